import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { PageQuery } from '#platform';
import { SUSPENSE_AGES, type SuspenseAge } from './suspense-age.js';

export const LINE_STATES = ['open', 'claimed', 'reversed'] as const;
export type LineState = (typeof LINE_STATES)[number];

export const LINE_VERDICTS = ['SETTLED', 'AMOUNT_MISMATCH', 'DUPLICATE_PAYMENT', 'UNMATCHED', 'REVERSED'] as const;
export type LineVerdict = (typeof LINE_VERDICTS)[number];

const MOST = 200;

export class MatchDto {
  @ApiProperty({ type: [String], format: 'uuid', description: 'expected receipts; none where lines cancel each other', maxItems: MOST })
  @IsArray({ message: 'Pilih setoran.' })
  @ArrayMaxSize(MOST, { message: `Paling banyak ${MOST} setoran.` })
  @IsUUID(undefined, { each: true, message: 'Setoran tidak dikenal.' })
  deposits: string[];

  @ApiPropertyOptional({ type: [String], format: 'uuid', description: 'further lines of the same claim', maxItems: MOST })
  @IsOptional()
  @IsArray({ message: 'Pilih mutasi.' })
  @ArrayMaxSize(MOST, { message: `Paling banyak ${MOST} mutasi.` })
  @IsUUID(undefined, { each: true, message: 'Mutasi tidak dikenal.' })
  lines: string[] = [];

  @ApiProperty({ minLength: 5, maxLength: 300 })
  @IsString({ message: 'Isi alasan.' })
  @MinLength(5, { message: 'Alasan paling sedikit 5 huruf.' })
  @MaxLength(300, { message: 'Alasan paling banyak 300 huruf.' })
  reason: string;
}

export class UndoDto {
  @ApiProperty({ minLength: 5, maxLength: 300 })
  @IsString({ message: 'Isi alasan.' })
  @MinLength(5, { message: 'Alasan paling sedikit 5 huruf.' })
  @MaxLength(300, { message: 'Alasan paling banyak 300 huruf.' })
  reason: string;
}

export class LineQuery extends PageQuery {
  @ApiPropertyOptional({ enum: LINE_STATES, description: 'open: suspense' })
  @IsOptional()
  @IsIn(LINE_STATES, { message: 'Keadaan mutasi tidak dikenal.' })
  state?: LineState;

  @ApiPropertyOptional({ enum: LINE_VERDICTS })
  @IsOptional()
  @IsIn(LINE_VERDICTS, { message: 'Hasil pencocokan tidak dikenal.' })
  verdict?: LineVerdict;

  @ApiPropertyOptional({ enum: SUSPENSE_AGES, description: 'days since the bank booked it' })
  @IsOptional()
  @IsIn(SUSPENSE_AGES, { message: 'Umur mutasi tidak dikenal.' })
  age?: SuspenseAge;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Rekening tidak dikenal.' })
  account?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Rekening koran tidak dikenal.' })
  statement?: string;

  @ApiPropertyOptional({ description: 'reference of a deposit, an amount, or words of the remark', maxLength: 60 })
  @IsOptional()
  @IsString()
  @MaxLength(60, { message: 'Pencarian paling banyak 60 huruf.' })
  search?: string;
}

export class NamedDepositDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'PB0A0000F7' }) reference: string;
  @ApiProperty({ example: '35.07.22.2003' }) village: string;
  @ApiProperty() villageName: string;
  @ApiProperty({ type: 'integer' }) amount: number;
  @ApiProperty({ format: 'date' }) depositedOn: string;
}

export class ClaimDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['reference', 'amount-day', 'person', 'correction'] }) basis: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'the facts it was decided on' }) explanation: Record<string, unknown>;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty() madeBy: string;
  @ApiProperty({ format: 'date-time' }) madeAt: string;
  @ApiProperty({ type: [String], format: 'uuid' }) lines: string[];
  @ApiProperty({ type: [NamedDepositDto] }) deposits: NamedDepositDto[];
  @ApiProperty({ description: 'the villages have posted their side' }) settled: boolean;
}

/** A decision that was taken back. */
export class UndoneClaimDto extends ClaimDto {
  @ApiProperty() undoReason: string;
  @ApiProperty() undoneBy: string;
  @ApiProperty({ format: 'date-time' }) undoneAt: string;
}

/** Amounts are whole rupiah as posted. */
export class StatementLineDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty({ format: 'uuid' }) statementId: string;
  @ApiProperty() row: number;
  @ApiProperty({ format: 'date' }) bookedOn: string;
  @ApiProperty({ type: 'integer', description: 'money in > 0' }) amount: number;
  @ApiProperty({ description: 'as the bank has it, with hundredths' }) exactAmount: number;
  @ApiProperty({ type: String, nullable: true }) reference: string | null;
  @ApiProperty() remark: string;
  @ApiProperty({ enum: LINE_STATES }) state: LineState;
  @ApiProperty({ enum: LINE_VERDICTS }) verdict: LineVerdict;
  @ApiProperty({ type: NamedDepositDto, nullable: true, description: 'the deposit its remark names' }) names: NamedDepositDto | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'line less the deposit it names' }) difference: number | null;
  @ApiProperty({ description: 'since it was booked' }) ageDays: number;
  @ApiProperty({ type: [String], enum: ['match', 'undo'] }) actions: string[];
}

export class StatementLineListDto {
  @ApiProperty({ type: [StatementLineDto] }) items: StatementLineDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class StatementLineDetailDto extends StatementLineDto {
  @ApiProperty({ type: ClaimDto, nullable: true }) claim: ClaimDto | null;
  @ApiProperty({ type: [UndoneClaimDto], description: 'earlier decisions that were undone, newest first' }) undone: UndoneClaimDto[];
}

export class CandidateDto extends NamedDepositDto {
  @ApiProperty({ type: 'integer', description: 'line less deposit' }) difference: number;
  @ApiProperty({ description: 'the remark names it' }) named: boolean;
  @ApiProperty({ type: 'integer', description: 'days from the deposit to the booking' }) days: number;
  @ApiProperty({ type: [StatementLineDto], description: 'open lines of the same account that bring exactly the rest' }) complements: StatementLineDto[];
}

export class CandidateListDto {
  @ApiProperty({ type: [CandidateDto], description: 'the likeliest first; at most 20' }) items: CandidateDto[];
}
