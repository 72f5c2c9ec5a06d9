import { ApiProperty } from '@nestjs/swagger';
import { PlaceDto, ReportDto } from '../report.dto.js';

export class OverviewFiguresDto {
  @ApiProperty({ type: 'integer', description: 'the living, at the end of `on`' }) residents: number;
  @ApiProperty({ type: 'integer', description: 'letters issued in the period' }) letters: number;
  @ApiProperty({ type: Number, nullable: true, description: 'of land tax of the year of `on`, what is collected; null without bills or without report.pbb' }) taxPercent: number | null;
}

export class OverviewPlaceDto extends PlaceDto {
  @ApiProperty({ type: OverviewFiguresDto }) figures: OverviewFiguresDto;
  @ApiProperty({ type: OverviewFiguresDto, description: 'a year before' }) before: OverviewFiguresDto;
}

export class OverviewDto extends ReportDto {
  @ApiProperty({ format: 'date', description: 'first day of the period' }) from: string;
  @ApiProperty({ type: OverviewPlaceDto }) scope: OverviewPlaceDto;
  @ApiProperty({ type: [OverviewPlaceDto], description: 'in the order of their codes' }) rows: OverviewPlaceDto[];
}
