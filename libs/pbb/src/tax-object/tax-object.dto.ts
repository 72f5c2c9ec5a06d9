import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { PageQuery } from '#platform';

export class TaxObjectQuery extends PageQuery {
  @ApiPropertyOptional({ example: '35.07.130.005.012-0045.0', description: 'NOP or its beginning, with or without separators' })
  @IsOptional()
  @IsString()
  @MaxLength(40, { message: 'NOP terlalu panjang.' })
  nop?: string;

  @ApiPropertyOptional({ description: 'beginnings of words of the name on a living bill, or of who manages it' })
  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'Pencarian paling banyak 100 huruf.' })
  search?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'in this area or one below it' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Wilayah tidak dikenal.' })
  area?: string;
}

export class TaxObjectDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: '35.07.130.005.012-0045.0' }) nop: string;
  @ApiProperty({ type: String, nullable: true, description: 'as listed' }) address: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'as printed on the newest living bill' }) payerName: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'm²' }) landArea: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'm²' }) buildingArea: number | null;
  @ApiProperty({ description: 'newest tax year of a list that names it' }) lastListedYear: number;
  @ApiProperty({ type: String, nullable: true, format: 'uuid', description: 'hamlet, RW or RT where it lies' }) areaId: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'KRAJAN / RW 001 / RT 003' }) areaPath: string | null;
  @ApiProperty({ description: 'said by a person: no list changes it' }) areaByHand: boolean;
}

export class TaxObjectDetailDto extends TaxObjectDto {
  @ApiProperty({ type: String, nullable: true, example: '003', description: 'as listed' }) rt: string | null;
  @ApiProperty({ type: String, nullable: true, example: '001', description: 'as listed' }) rw: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'hamlet or block, as listed' }) place: string | null;
  @ApiProperty({ type: String, nullable: true }) landClass: string | null;
  @ApiProperty({ type: String, nullable: true }) buildingClass: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'uuid', description: 'who goes there' }) collectorId: string | null;
  @ApiProperty({ type: String, nullable: true }) collectorName: string | null;
}

export class TaxObjectListDto {
  @ApiProperty({ type: [TaxObjectDto] }) items: TaxObjectDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class TaxObjectPlaceDto {
  @ApiProperty({ type: String, nullable: true, format: 'uuid', description: 'hamlet, RW or RT; null: where the list says' })
  @ValidateIf(({ areaId }: TaxObjectPlaceDto) => areaId !== null)
  @IsUUID(undefined, { message: 'Pilih wilayah.' })
  areaId: string | null;
}
