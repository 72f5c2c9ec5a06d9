import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsOptional } from 'class-validator';
import { PlacesQuery } from '../report.dto.js';

export class UndepositedCashQuery extends PlacesQuery {
  @ApiPropertyOptional({ enum: [24, 168], description: 'only villages with cash held at least so long; without it all' })
  @IsOptional()
  @Type(() => Number)
  @IsIn([24, 168], { message: 'Pilih 24 jam atau 7 hari.' })
  hours?: 24 | 168;
}

/** Amounts are whole rupiah. */
export class CashFiguresDto {
  @ApiProperty({ type: 'integer', description: 'received from taxpayers and in no confirmed deposit' }) amount: number;
  @ApiProperty({ type: 'integer', description: 'of it, held 24 hours and longer' }) overDay: number;
  @ApiProperty({ type: 'integer', description: 'of it, held 7 days and longer' }) overWeek: number;
  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'when the oldest of it was received' }) oldest: string | null;
}

export class CashPlaceDto extends CashFiguresDto {
  @ApiProperty({ example: '35.07.26.2003' }) code: string;
  @ApiProperty({ example: 'Pujon Kidul' }) name: string;
  @ApiProperty({ enum: ['regency', 'district', 'desa', 'kelurahan'] }) kind: 'regency' | 'district' | 'desa' | 'kelurahan';
  @ApiProperty({ type: String, nullable: true, description: 'of a village' }) districtName: string | null;
  @ApiProperty({ type: [String], description: 'receipt books of a village that hold it' }) books: string[];
}

export class UndepositedCashDto {
  @ApiProperty({ format: 'date-time' }) dataAt: string;
  @ApiProperty({ type: CashFiguresDto, description: 'of all rows' }) total: CashFiguresDto;
  @ApiProperty({ type: [CashPlaceDto], description: 'the oldest first' }) rows: CashPlaceDto[];
}
