import { ApiProperty } from '@nestjs/swagger';
import { PlaceDto, ReportDto } from '../report.dto.js';

/** Acts counted in the period. */
export class LetterFiguresDto {
  @ApiProperty({ type: 'integer' }) requested: number;
  @ApiProperty({ type: 'integer' }) issued: number;
  @ApiProperty({ type: 'integer' }) rejected: number;
  @ApiProperty({ type: 'integer' }) voided: number;
}

export class LetterPlaceDto extends PlaceDto {
  @ApiProperty({ type: LetterFiguresDto }) figures: LetterFiguresDto;
  @ApiProperty({ type: LetterFiguresDto, description: 'in the same days a year before' }) before: LetterFiguresDto;
}

export class LetterReportDto extends ReportDto {
  @ApiProperty({ format: 'date', description: 'first day counted' }) from: string;
  @ApiProperty({ type: LetterPlaceDto }) scope: LetterPlaceDto;
  @ApiProperty({ type: [LetterPlaceDto], description: 'in the order of their codes' }) rows: LetterPlaceDto[];
}
