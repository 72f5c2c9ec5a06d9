import { ApiProperty } from '@nestjs/swagger';
import { PlaceDto, ReportDto } from '../report.dto.js';

/** Amounts are whole rupiah. */
export class TaxFiguresDto {
  @ApiProperty({ type: 'integer' }) bills: number;
  @ApiProperty({ type: 'integer', description: 'baku: what the living bills come to' }) assessed: number;
  @ApiProperty({ type: 'integer', description: 'saldo awal: paid before the bills came here; in no month' }) opening: number;
  @ApiProperty({ type: 'integer', description: 'realisasi: principal received from taxpayers' }) received: number;
  @ApiProperty({ type: 'integer', description: 'denda received' }) penalty: number;
  @ApiProperty({ type: 'integer', description: 'sisa: assessed less opening and received' }) remaining: number;
  @ApiProperty({ type: Number, nullable: true, description: 'opening and received of assessed, one decimal, cut off; null when nothing is assessed' }) percent: number | null;
}

export class TaxPlaceDto extends PlaceDto {
  @ApiProperty({ type: TaxFiguresDto }) figures: TaxFiguresDto;
  @ApiProperty({ type: TaxFiguresDto, description: 'the year before, up to the same day' }) before: TaxFiguresDto;
}

export class RankedTaxPlaceDto extends TaxPlaceDto {
  @ApiProperty({ type: Number, nullable: true, description: 'by percent; null when nothing is assessed' }) rank: number | null;
}

export class TaxBookDto {
  @ApiProperty({ example: 1, description: 'buku 1 to 5; 0 = nihil' }) book: number;
  @ApiProperty({ type: TaxFiguresDto }) figures: TaxFiguresDto;
}

export class TaxYearDto {
  @ApiProperty({ example: 2025 }) taxYear: number;
  @ApiProperty({ type: TaxFiguresDto }) figures: TaxFiguresDto;
}

export class TaxMonthDto {
  @ApiProperty({ example: '2026-03' }) month: string;
  @ApiProperty({ type: 'integer' }) received: number;
  @ApiProperty({ type: 'integer', description: 'of the tax year before, in the same month a year earlier; of the last month up to the same day' }) receivedBefore: number;
}

export class TaxReportDto extends ReportDto {
  @ApiProperty({ type: Number, nullable: true, description: 'percent of assessed that shall be collected; null while the regency has not said' }) target: number | null;
  @ApiProperty({ type: 'integer', description: 'principal of this tax year that was received on `on` itself' }) receivedOnDay: number;
  @ApiProperty({ type: TaxPlaceDto }) scope: TaxPlaceDto;
  @ApiProperty({ type: [RankedTaxPlaceDto], description: 'from most to least collected' }) rows: RankedTaxPlaceDto[];
  @ApiProperty({ type: [TaxBookDto] }) books: TaxBookDto[];
  @ApiProperty({ type: [TaxYearDto], description: 'this tax year and the five before, newest first; those without bills left out' }) years: TaxYearDto[];
  @ApiProperty({ type: [TaxMonthDto], description: 'of the calendar year of `on`, up to it' }) months: TaxMonthDto[];
}
