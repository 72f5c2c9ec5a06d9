import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

export class RegencyCountsDto {
  @ApiProperty({ example: 33 }) districts: number;
  @ApiProperty({ example: 378 }) desa: number;
  @ApiProperty({ example: 12 }) kelurahan: number;
}

export class RegencyDto {
  @ApiProperty({ example: '35.07' }) code: string;
  @ApiProperty({ example: 'Kabupaten Malang' }) name: string;
  @ApiProperty({ example: 'Jawa Timur' }) province: string;
  @ApiProperty({ example: 'Kepanjen' }) capital: string;
  @ApiProperty({ type: RegencyCountsDto }) counts: RegencyCountsDto;
}

export class DistrictDto {
  @ApiProperty({ example: '35.07.26' }) code: string;
  @ApiProperty({ example: 'Pujon' }) name: string;
  @ApiProperty({ example: 10, description: 'desa and kelurahan in it' }) villages: number;
}

export class DistrictListDto {
  @ApiProperty({ type: [DistrictDto] }) items: DistrictDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class VillageQuery {
  @ApiPropertyOptional({ example: '35.07.26', description: 'only of this district' })
  @IsOptional()
  @Matches(/^\d{2}\.\d{2}\.\d{2}$/, { message: 'Kode kecamatan tidak sesuai.' })
  district?: string;
}

export class VillageRowDto {
  @ApiProperty({ example: '35.07.26.2003' }) code: string;
  @ApiProperty({ example: 'Pujon Kidul', description: 'official spelling' }) name: string;
  @ApiProperty({ enum: ['desa', 'kelurahan'] }) kind: 'desa' | 'kelurahan';
  @ApiProperty() districtCode: string;
  @ApiProperty() districtName: string;
  @ApiProperty({ type: Number, nullable: true, description: 'WGS 84, indicative' }) latitude: number | null;
  @ApiProperty({ type: Number, nullable: true }) longitude: number | null;
  @ApiProperty({ type: String, nullable: true }) postalCode: string | null;
}

export class VillageRowListDto {
  @ApiProperty({ type: [VillageRowDto] }) items: VillageRowDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
