import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { type Level, LEVELS } from './place/report-place.js';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class PlacesQuery {
  @ApiPropertyOptional({ enum: LEVELS, description: 'of the rows; without it the level below `parent`' })
  @IsOptional()
  @IsIn(LEVELS, { message: 'Pilih kabupaten, kecamatan, atau desa.' })
  level?: Level;

  @ApiPropertyOptional({ example: '35.07.26', description: 'a district or a village whose figures are asked for; without it all that the role reaches' })
  @IsOptional()
  @Matches(/^\d{2}\.\d{2}\.\d{2}(\.\d{4})?$/, { message: 'Kode wilayah tidak sesuai.' })
  parent?: string;
}

export class ReportQuery extends PlacesQuery {
  @ApiPropertyOptional({ format: 'date', description: 'counted up to this day (WIB); without it now' })
  @IsOptional()
  @Matches(DAY, { message: 'Tulis tanggal sebagai tahun-bulan-hari.' })
  on?: string;

  @ApiPropertyOptional({ example: '2026', description: 'a year or a month that is counted, without it the year of `on`' })
  @IsOptional()
  @Matches(/^(19|20|21)\d{2}(-(0[1-9]|1[0-2]))?$/, { message: 'Tulis masa sebagai tahun, atau tahun-bulan.' })
  period?: string;
}

export class TaxReportQuery extends PlacesQuery {
  @ApiPropertyOptional({ format: 'date', description: 'counted up to this day (WIB); without it now' })
  @IsOptional()
  @Matches(DAY, { message: 'Tulis tanggal sebagai tahun-bulan-hari.' })
  on?: string;

  @ApiPropertyOptional({ example: '2026', description: 'tax year; without it the year of `on`' })
  @IsOptional()
  @Matches(/^(19|20|21)\d{2}$/, { message: 'Tulis tahun pajak dengan empat angka.' })
  period?: string;
}

export class PlaceDto {
  @ApiProperty({ example: '35.07.26' }) code: string;
  @ApiProperty({ example: 'Pujon' }) name: string;
  @ApiProperty({ enum: ['regency', 'district', 'desa', 'kelurahan'] }) kind: 'regency' | 'district' | 'desa' | 'kelurahan';
  @ApiProperty({ type: String, nullable: true, description: 'of a village' }) districtName: string | null;
}

export class ReportDto {
  @ApiProperty({ format: 'date-time', description: 'everything done before this time is counted' }) dataAt: string;
  @ApiProperty({ format: 'date', description: 'last day counted' }) on: string;
  @ApiProperty({ format: 'date', description: 'the same day last year' }) onBefore: string;
  @ApiProperty({ example: '2026' }) period: string;
}
