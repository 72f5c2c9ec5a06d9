import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '#platform';
import { AreaNamesDto, ResidentRowDto } from '../resident/resident.dto.js';

export class FamilyQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'beginnings of words of a member’s name, or at least 6 digits of the family number or a member’s NIK; is audited' })
  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'Pencarian paling banyak 100 huruf.' })
  search?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'a hamlet, RW or RT and everything in it' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Wilayah tidak dikenal.' })
  area?: string;

  @ApiPropertyOptional({ description: 'only families with living members and no head among them' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'Isi true atau false.' })
  headless?: boolean;
}

export class FamilyRowDto extends AreaNamesDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: '350722******0003' }) numberMasked: string;
  @ApiProperty({ description: 'no card issued yet; the number stands in for it' }) temporaryNumber: boolean;
  @ApiProperty({ type: String, nullable: true }) headName: string | null;
  @ApiProperty({ description: 'living here' }) members: number;
  @ApiProperty({ type: String, nullable: true }) address: string | null;
}

export class FamilyListDto {
  @ApiProperty({ type: [FamilyRowDto] }) items: FamilyRowDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class FamilyDto extends AreaNamesDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() numberMasked: string;
  @ApiProperty() temporaryNumber: boolean;
  @ApiProperty({ type: String, nullable: true }) headName: string | null;
  @ApiProperty({ type: String, nullable: true }) address: string | null;
  @ApiProperty({ type: [ResidentRowDto], description: 'also those who died or left' }) members: ResidentRowDto[];
}
