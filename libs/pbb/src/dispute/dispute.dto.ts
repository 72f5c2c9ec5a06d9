import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { PageQuery } from '#platform';

export const DISPUTE_STATES = ['open', 'answered'] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

export class DisputeQuery extends PageQuery {
  @ApiPropertyOptional({ enum: DISPUTE_STATES })
  @IsOptional()
  @IsIn(DISPUTE_STATES, { message: 'Keadaan laporan tidak dikenal.' })
  status?: DisputeState;

  @ApiPropertyOptional({ example: '7K2M-9ZPX', description: 'the whole case number, with or without the hyphen' })
  @IsOptional()
  @IsString()
  @MaxLength(40, { message: 'Nomor laporan terlalu panjang.' })
  number?: string;

  @ApiPropertyOptional({ example: '35.07.26', description: 'code of a district' })
  @IsOptional()
  @Matches(/^\d{2}\.\d{2}\.\d{2}$/, { message: 'Kode kecamatan tidak terbaca.' })
  district?: string;
}

export class DisputeAnswerDto {
  @ApiProperty({ minLength: 5, maxLength: 1000, description: 'what was found out and done' })
  @IsString({ message: 'Tulis apa yang ditemukan.' })
  @MinLength(5, { message: 'Tulis apa yang ditemukan, sedikitnya 5 huruf.' })
  @MaxLength(1000, { message: 'Jawaban paling banyak 1.000 huruf.' })
  note: string;
}

export class DisputeDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: '7K2M-9ZPX' }) caseNumber: string;
  @ApiProperty() villageCode: string;
  @ApiProperty() villageName: string;
  @ApiProperty() districtName: string;
  @ApiProperty() taxYear: number;
  @ApiProperty({ type: 'integer', description: 'whole rupiah, as the villager says' }) amount: number;
  @ApiProperty() paidTo: string;
  @ApiProperty({ format: 'date' }) paidOn: string;
  @ApiProperty({ format: 'date-time' }) sentAt: string;
  @ApiProperty({ enum: DISPUTE_STATES }) status: DisputeState;
  @ApiProperty({ type: [String], enum: ['answer'] }) actions: string[];
}

export class DisputeListDto {
  @ApiProperty({ type: [DisputeDto] }) items: DisputeDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class DisputeDetailDto extends DisputeDto {
  @ApiProperty({ example: '35.07.130.005.012-0045.0', description: 'block and sequence hidden from those who do not answer' }) nop: string;
  @ApiProperty({ type: String, nullable: true, description: 'for those who answer' }) phone: string | null;
  @ApiProperty({ type: String, nullable: true }) story: string | null;
  @ApiProperty({ type: String, nullable: true }) answer: string | null;
  @ApiProperty({ type: String, nullable: true }) answeredBy: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) answeredAt: string | null;
}
