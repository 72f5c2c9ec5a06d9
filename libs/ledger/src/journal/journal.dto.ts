import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID, Matches } from 'class-validator';
import { PageQuery } from '#platform';

export class JournalQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'the record a journal belongs to: a payment, a deposit' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Data yang dicari tidak dikenal.' })
  subject?: string;

  @ApiPropertyOptional({ format: 'date', description: 'one business day (WIB)' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { message: 'Tulis tanggal sebagai tahun-bulan-hari.' })
  day?: string;
}

export class TransferDto {
  @ApiProperty({ example: 'collector-cash:018f…' }) debit: string;
  @ApiProperty({ example: 'receivable' }) credit: string;
  @ApiProperty({ type: 'integer', description: 'whole rupiah' }) amount: number;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) itemId: string | null;
}

export class JournalDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'payment' }) kind: string;
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty() subjectType: string;
  @ApiProperty({ format: 'uuid' }) subjectId: string;
  @ApiProperty({ type: String, nullable: true, format: 'uuid', description: 'the journal this one takes back' }) reverses: string | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: 'integer', description: 'sum of its transfers, whole rupiah' }) amount: number;
  @ApiProperty({ type: 'integer', description: 'how many it has; of a list only the first 100 are given' }) transferCount: number;
  @ApiProperty({ type: [TransferDto] }) transfers: TransferDto[];
  @ApiProperty() postedBy: string;
  @ApiProperty({ format: 'date-time' }) postedAt: string;
}

export class JournalListDto {
  @ApiProperty({ type: [JournalDto] }) items: JournalDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
