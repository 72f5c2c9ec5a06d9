import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import { PageQuery } from '#platform';
import { PaymentDto } from '../payment/payment.dto.js';

export const DEPOSIT_STATES = ['listed', 'confirmed', 'settled', 'cancelled'] as const;
export type DepositState = (typeof DEPOSIT_STATES)[number];

const MOST_RECEIPTS = 1000;

export class NewDepositDto {
  @ApiProperty({ type: [String], format: 'uuid', maxItems: MOST_RECEIPTS, description: 'receipts, each by its id: never a lump' })
  @IsArray({ message: 'Pilih kuitansi.' })
  @ArrayMinSize(1, { message: 'Pilih paling sedikit satu kuitansi.' })
  @ArrayMaxSize(MOST_RECEIPTS, { message: `Paling banyak ${MOST_RECEIPTS} kuitansi dalam satu setoran.` })
  @ArrayUnique({ message: 'Satu kuitansi hanya sekali.' })
  @IsUUID(undefined, { each: true, message: 'Kuitansi tidak dikenal.' })
  payments: string[];

  @ApiProperty({ example: 'Bank Jatim', maxLength: 60 })
  @IsString({ message: 'Isi nama bank atau tempat pembayaran.' })
  @Matches(/\S/, { message: 'Isi nama bank atau tempat pembayaran.' })
  @MaxLength(60, { message: 'Nama bank paling banyak 60 huruf.' })
  bank: string;
}

/** The fields of the confirmation's form; `depositedOn` stands before the file. */
export class DepositConfirmationDto {
  @ApiProperty({ type: 'string', format: 'binary', description: 'the bank\'s proof: PDF, JPEG or PNG of at most 10 MB' }) file: unknown;
  @ApiProperty({ format: 'date', description: 'the day on the proof (WIB)' }) depositedOn: string;
}

export class DepositCancellationDto {
  @ApiProperty({ minLength: 5, maxLength: 300 })
  @IsString({ message: 'Isi alasan.' })
  @MinLength(5, { message: 'Alasan paling sedikit 5 huruf.' })
  @MaxLength(300, { message: 'Alasan paling banyak 300 huruf.' })
  reason: string;
}

/** Amounts are whole rupiah. */
export class DepositDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'PB0A0000F7', description: 'for the remark of the transfer' }) reference: string;
  @ApiProperty({ format: 'uuid' }) collectorId: string;
  @ApiProperty() collectorName: string;
  @ApiProperty() bank: string;
  @ApiProperty() receipts: number;
  @ApiProperty({ type: 'integer' }) amount: number;
  @ApiProperty({ enum: DEPOSIT_STATES }) state: DepositState;
  @ApiProperty() listedBy: string;
  @ApiProperty({ format: 'date-time' }) listedAt: string;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) depositedOn: string | null;
  @ApiProperty({ type: String, nullable: true }) confirmedBy: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) confirmedAt: string | null;
  @ApiProperty({ type: [String], enum: ['confirm', 'cancel'] }) actions: string[];
}

export class DepositDetailDto extends DepositDto {
  @ApiProperty({ type: [PaymentDto] }) payments: PaymentDto[];
}

export class DepositListDto {
  @ApiProperty({ type: [DepositDto] }) items: DepositDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class DepositQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Petugas tidak dikenal.' })
  collector?: string;

  @ApiPropertyOptional({ enum: DEPOSIT_STATES })
  @IsOptional()
  @IsIn(DEPOSIT_STATES, { message: 'Keadaan setoran tidak dikenal.' })
  status?: DepositState;

  @ApiPropertyOptional({ example: 'darmo', maxLength: 100, description: 'part of a deposit code, or beginnings of words of the collector’s name' })
  @IsOptional()
  @IsString({ message: 'Tulis kode setoran atau nama petugas.' })
  @MaxLength(100, { message: 'Pencarian paling banyak 100 huruf.' })
  search?: string;
}

export type DepositFilter = Omit<DepositQuery, 'limit' | 'after'>;
