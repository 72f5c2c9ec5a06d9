import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID, Matches } from 'class-validator';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class TrialBalanceQuery {
  @ApiPropertyOptional({ format: 'date', description: 'first business day (WIB); without it from the beginning of the book' })
  @IsOptional()
  @Matches(DAY, { message: 'Tulis tanggal sebagai tahun-bulan-hari.' })
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'last business day (WIB); without it until now' })
  @IsOptional()
  @Matches(DAY, { message: 'Tulis tanggal sebagai tahun-bulan-hari.' })
  to?: string;

  @ApiPropertyOptional({ example: 'collector-cash' })
  @IsOptional()
  @Matches(/^[a-z]+(-[a-z]+)*$/, { message: 'Jenis akun tidak dikenal.' })
  kind?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'one collector, one village' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Pemilik akun tidak dikenal.' })
  ownerId?: string;
}

/** Amounts are whole rupiah. */
export class TrialBalanceAccountDto {
  @ApiProperty({ example: 'receivable' }) account: string;
  @ApiProperty() kind: string;
  @ApiProperty({ example: 'Piutang PBB' }) name: string;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) ownerId: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'Pak Darmo, buku 01', description: 'whose it is: a collector, an account at the bank, a village' }) ownerName: string | null;
  @ApiProperty({ type: 'integer' }) debit: number;
  @ApiProperty({ type: 'integer' }) credit: number;
  @ApiProperty({ enum: ['debit', 'credit'], description: 'on which side the account grows' }) side: 'debit' | 'credit';
  @ApiProperty({ type: 'integer', description: 'what stands on that side' }) balance: number;
}

export class TrialBalanceDto {
  @ApiProperty({ type: [TrialBalanceAccountDto] }) accounts: TrialBalanceAccountDto[];
  @ApiProperty({ type: 'integer' }) debit: number;
  @ApiProperty({ type: 'integer' }) credit: number;
}
