import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { PageQuery } from '#platform';
import { NamedDepositDto } from '../matching/statement-line.dto.js';

export const EXPECTED_STATES = ['open', 'claimed'] as const;
export type ExpectedState = (typeof EXPECTED_STATES)[number];

export const EXPECTED_VERDICTS = ['WAITING', 'MISSING_AT_BANK', 'AMOUNT_MISMATCH', 'SETTLED'] as const;
export type ExpectedVerdict = (typeof EXPECTED_VERDICTS)[number];

export class ExpectedReceiptQuery extends PageQuery {
  @ApiPropertyOptional({ enum: EXPECTED_STATES })
  @IsOptional()
  @IsIn(EXPECTED_STATES, { message: 'Keadaan setoran tidak dikenal.' })
  state?: ExpectedState;

  @ApiPropertyOptional({ enum: EXPECTED_VERDICTS })
  @IsOptional()
  @IsIn(EXPECTED_VERDICTS, { message: 'Hasil pencocokan tidak dikenal.' })
  verdict?: ExpectedVerdict;

  @ApiPropertyOptional({ example: '35.07.22.2003' })
  @IsOptional()
  @Matches(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/, { message: 'Pilih desa atau kelurahan.' })
  village?: string;
}

/** A deposit as the regency's office expects it. */
export class ExpectedReceiptDto extends NamedDepositDto {
  @ApiProperty({ enum: EXPECTED_STATES }) state: ExpectedState;
  @ApiProperty({ enum: EXPECTED_VERDICTS, description: 'MISSING_AT_BANK: statements reach beyond the days in which it should have been booked' }) verdict: ExpectedVerdict;
  @ApiProperty({ type: 'integer', nullable: true, description: 'open lines that name it, less the deposit' }) difference: number | null;
  @ApiProperty({ description: 'since it was brought to the bank' }) ageDays: number;
  @ApiProperty({ description: 'the village has posted its side' }) settled: boolean;
}

export class ExpectedReceiptListDto {
  @ApiProperty({ type: [ExpectedReceiptDto] }) items: ExpectedReceiptDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
