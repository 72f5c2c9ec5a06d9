import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';

export class NewBankAccountDto {
  @ApiProperty({ example: 'Bank Jatim', maxLength: 60 })
  @IsString({ message: 'Isi nama bank.' })
  @Matches(/\S/, { message: 'Isi nama bank.' })
  @MaxLength(60, { message: 'Nama bank paling banyak 60 huruf.' })
  bank: string;

  @ApiProperty({ example: '0041234567', description: 'digits; spaces, dots and hyphens are dropped' })
  @IsString({ message: 'Isi nomor rekening.' })
  @Matches(/^[\d .-]{5,45}$/, { message: 'Nomor rekening hanya angka, paling sedikit 5.' })
  number: string;

  @ApiProperty({ example: 'RKUD Kabupaten Malang', maxLength: 100 })
  @IsString({ message: 'Isi nama pemilik rekening.' })
  @Matches(/\S/, { message: 'Isi nama pemilik rekening.' })
  @MaxLength(100, { message: 'Nama pemilik paling banyak 100 huruf.' })
  holder: string;
}

export class BankAccountDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() bank: string;
  @ApiProperty() number: string;
  @ApiProperty() holder: string;
  @ApiProperty({ type: String, nullable: true, format: 'date', description: 'first day of which statements tell' }) knownFrom: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date', description: 'last one; the next statement joins here' }) knownTo: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'rupiah at the end of the last known day, with two decimals where the bank has them' }) closing: number | null;
}

export class BankAccountListDto {
  @ApiProperty({ type: [BankAccountDto] }) items: BankAccountDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
