import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class LetterValidityDto {
  @ApiProperty() amount: number;
  @ApiProperty({ enum: ['day', 'month'] }) unit: 'day' | 'month';
}

export class FieldOptionDto {
  @ApiProperty() value: string;
  @ApiProperty() label: string;
}

export class LetterFieldDto {
  @ApiProperty({ example: 'purpose' }) name: string;
  @ApiProperty({ example: 'Keperluan' }) label: string;
  @ApiProperty({ enum: ['text', 'textarea', 'number', 'money', 'year-month', 'date', 'select', 'dependants'] }) type: string;
  @ApiProperty() required: boolean;
  @ApiProperty({ type: String, nullable: true }) help: string | null;
  @ApiProperty({ type: String, nullable: true, enum: ['address', null], description: 'filled in beforehand from the applicant’s record' }) default: 'address' | null;
  @ApiPropertyOptional({ type: [FieldOptionDto] }) options?: FieldOptionDto[];
  @ApiPropertyOptional({ description: 'letters at most' }) max?: number;
}

export class LetterTypeDto {
  @ApiProperty({ example: 'SKD' }) code: string;
  @ApiProperty({ example: 'Surat Keterangan Domisili' }) title: string;
  @ApiProperty() purpose: string;
  @ApiProperty({ example: '400.12.2.1', description: 'as it holds in this village today' }) classification: string;
  @ApiProperty({ type: LetterValidityDto, nullable: true, description: 'counted from approval; null: without limit' }) validity: LetterValidityDto | null;
  @ApiProperty({ type: [String], enum: ['head', 'delegate'] }) signatories: string[];
  @ApiProperty() outsiderAllowed: boolean;
  @ApiProperty({ type: [LetterFieldDto] }) fields: LetterFieldDto[];
  @ApiProperty({ type: [String], description: 'papers the desk looks at' }) requirements: string[];
}

export class LetterTypeListDto {
  @ApiProperty({ type: [LetterTypeDto] }) items: LetterTypeDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
