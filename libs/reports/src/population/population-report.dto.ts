import { ApiProperty } from '@nestjs/swagger';
import { PlaceDto, ReportDto } from '../report.dto.js';

/** The living as the registers of the villages had them. */
export class PopulationFiguresDto {
  @ApiProperty({ type: 'integer' }) residents: number;
  @ApiProperty({ type: 'integer' }) male: number;
  @ApiProperty({ type: 'integer' }) female: number;
  @ApiProperty({ type: 'integer', description: 'corrections reported in the period' }) corrections: number;
}

export class PopulationPlaceDto extends PlaceDto {
  @ApiProperty({ type: PopulationFiguresDto }) figures: PopulationFiguresDto;
  @ApiProperty({ type: PopulationFiguresDto, description: 'a year before' }) before: PopulationFiguresDto;
}

export class PopulationReportDto extends ReportDto {
  @ApiProperty({ format: 'date', description: 'first day of the period' }) from: string;
  @ApiProperty({ type: PopulationPlaceDto }) scope: PopulationPlaceDto;
  @ApiProperty({ type: [PopulationPlaceDto], description: 'in the order of their codes' }) rows: PopulationPlaceDto[];
}
