import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { PageQuery } from '#platform';

const MOST_BILLS = 100;

export class QuotationDto {
  @ApiProperty({ type: [String], format: 'uuid', maxItems: MOST_BILLS })
  @IsArray({ message: 'Pilih tagihan.' })
  @ArrayMinSize(1, { message: 'Pilih paling sedikit satu tagihan.' })
  @ArrayMaxSize(MOST_BILLS, { message: `Paling banyak ${MOST_BILLS} tagihan dalam satu kuitansi.` })
  @ArrayUnique({ message: 'Satu tagihan hanya sekali.' })
  @IsUUID(undefined, { each: true, message: 'Tagihan tidak dikenal.' })
  bills: string[];
}

export class NewPaymentDto extends QuotationDto {
  @ApiProperty({ type: 'integer', description: 'whole rupiah, as confirmed by the payer: refused when it is not what must be paid' })
  @IsInt({ message: 'Jumlah harus rupiah bulat.' })
  @Min(1, { message: 'Jumlah harus lebih dari nol.' })
  total: number;

  @ApiProperty({ example: 'Sulastri', maxLength: 100, description: 'who hands over the money' })
  @IsString({ message: 'Isi nama penyetor.' })
  @Matches(/\S/, { message: 'Isi nama penyetor.' })
  @MaxLength(100, { message: 'Nama paling banyak 100 huruf.' })
  paidBy: string;
}

export class PaymentReversalDto {
  @ApiProperty({ minLength: 5, maxLength: 300 })
  @IsString({ message: 'Isi alasan.' })
  @MinLength(5, { message: 'Alasan paling sedikit 5 huruf.' })
  @MaxLength(300, { message: 'Alasan paling banyak 300 huruf.' })
  reason: string;
}

/** Amounts are whole rupiah. */
export class PaymentLineDto {
  @ApiProperty({ format: 'uuid' }) billId: string;
  @ApiProperty({ example: '35.07.130.005.012-0045.0' }) nop: string;
  @ApiProperty() payerName: string;
  @ApiProperty() taxYear: number;
  @ApiProperty({ type: 'integer' }) principal: number;
  @ApiProperty({ type: 'integer' }) penalty: number;
  @ApiProperty({ description: 'months of the penalty' }) months: number;
}

export class QuotationAnswerDto {
  @ApiProperty({ format: 'date' }) on: string;
  @ApiProperty({ type: [PaymentLineDto], description: 'oldest year first' }) lines: PaymentLineDto[];
  @ApiProperty({ type: 'integer' }) principal: number;
  @ApiProperty({ type: 'integer' }) penalty: number;
  @ApiProperty({ type: 'integer' }) total: number;
  @ApiProperty({ example: 'Dua puluh lima ribu rupiah' }) inWords: string;
  @ApiProperty({ type: [String], description: 'older years of the same objects that stay unpaid' }) notices: string[];
}

export const PAYMENT_STATES = ['in-hand', 'listed', 'deposited', 'settled', 'reversed'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** What a list can be narrowed to: one state, or all cash no bank is known to have, on its way there or not. */
export const PAYMENT_STATUSES = [...PAYMENT_STATES, 'undeposited'] as const;

export class PaymentDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: '01-000123/2026' }) number: string;
  @ApiProperty({ format: 'uuid' }) collectorId: string;
  @ApiProperty() collectorName: string;
  @ApiProperty({ format: 'date' }) receivedOn: string;
  @ApiProperty({ format: 'date-time' }) receivedAt: string;
  @ApiProperty() paidBy: string;
  @ApiProperty({ type: 'integer' }) principal: number;
  @ApiProperty({ type: 'integer' }) penalty: number;
  @ApiProperty({ type: 'integer' }) total: number;
  @ApiProperty({ enum: PAYMENT_STATES, description: 'where the money is' }) state: PaymentState;
  @ApiProperty({ type: String, nullable: true }) reversalReason: string | null;
  @ApiProperty({ type: [String], enum: ['reverse'] }) actions: string[];
}

export class PaymentDetailDto extends PaymentDto {
  @ApiProperty({ example: 'Dua puluh lima ribu rupiah' }) inWords: string;
  @ApiProperty({ type: [PaymentLineDto] }) lines: PaymentLineDto[];
  @ApiProperty({ type: String, nullable: true }) reversedBy: string | null;
  @ApiProperty({ description: 'its paper is printed' }) receiptReady: boolean;
}

export class PaymentListDto {
  @ApiProperty({ type: [PaymentDto] }) items: PaymentDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class PaymentQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Petugas tidak dikenal.' })
  collector?: string;

  @ApiPropertyOptional({ enum: PAYMENT_STATUSES, description: '`undeposited`: `in-hand` and `listed`, for which the collector answers' })
  @IsOptional()
  @IsIn(PAYMENT_STATUSES, { message: 'Keadaan penerimaan tidak dikenal.' })
  status?: (typeof PAYMENT_STATUSES)[number];

  @ApiPropertyOptional({ example: 'sulastri', maxLength: 100, description: 'part of a receipt number, or beginnings of words of the name of who paid; audited' })
  @IsOptional()
  @IsString({ message: 'Tulis nomor kuitansi atau nama.' })
  @MaxLength(100, { message: 'Pencarian paling banyak 100 huruf.' })
  search?: string;

  @ApiPropertyOptional({ format: 'date', description: 'one day (WIB)' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { message: 'Tulis tanggal sebagai tahun-bulan-hari.' })
  day?: string;

  @ApiPropertyOptional({ example: 24, description: 'received at least so many hours ago' })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Tulis jumlah jam.' })
  @Min(1, { message: 'Jumlah jam paling sedikit 1.' })
  @Max(87_600, { message: 'Jumlah jam terlalu besar.' })
  olderThanHours?: number;
}

export type PaymentFilter = Omit<PaymentQuery, 'limit' | 'after'>;
