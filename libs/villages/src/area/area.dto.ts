import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

export class AreaDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['hamlet', 'rw', 'rt'] }) kind: 'hamlet' | 'rw' | 'rt';
  @ApiProperty({ example: '003', description: 'a hamlet in capitals, RW and RT three digits' }) name: string;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) parentId: string | null;
  @ApiProperty({ example: 'KRAJAN / RW 001 / RT 003' }) path: string;
}

export class AreaListDto {
  @ApiProperty({ type: [AreaDto], description: 'parents before their parts' }) items: AreaDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class AreaNameDto {
  @ApiProperty({ example: 'KRAJAN' })
  @IsString({ message: 'Isi nama wilayah.' })
  @MaxLength(200, { message: 'Nama terlalu panjang.' })
  name: string;
}

export class NewAreaDto extends AreaNameDto {
  @ApiProperty({ enum: ['hamlet', 'rw', 'rt'] })
  @IsIn(['hamlet', 'rw', 'rt'], { message: 'Pilih dusun, RW, atau RT.' })
  kind: 'hamlet' | 'rw' | 'rt';

  @ApiPropertyOptional({ type: String, nullable: true, format: 'uuid', description: 'none for a hamlet; a hamlet for an RW; an RW or hamlet for an RT. A village without hamlets leaves it out' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Wilayah induk tidak dikenal.' })
  parentId?: string | null;
}
