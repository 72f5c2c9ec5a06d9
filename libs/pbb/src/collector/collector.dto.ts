import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

export class NewCollectorDto {
  @ApiProperty({ format: 'uuid', description: 'the login of who collects' })
  @IsUUID(undefined, { message: 'Pilih pengguna.' })
  userId: string;

  @ApiProperty({ example: 'Pak Darmo', maxLength: 100, description: 'as receipts print it' })
  @IsString({ message: 'Isi nama petugas.' })
  @Matches(/\S/, { message: 'Isi nama petugas.' })
  @MaxLength(100, { message: 'Nama paling banyak 100 huruf.' })
  name: string;

  @ApiProperty({ example: '01', description: 'of the receipt book: 1 to 4 capitals or digits, never given to another person' })
  @Matches(/^[0-9A-Z]{1,4}$/, { message: 'Kode buku 1 sampai 4 huruf besar atau angka.' })
  bookCode: string;
}

export class CollectorQuery {
  @ApiPropertyOptional({ enum: ['active', 'ended'] })
  @IsOptional()
  @IsIn(['active', 'ended'], { message: 'Keadaan petugas tidak dikenal.' })
  status?: 'active' | 'ended';

  @ApiPropertyOptional({ example: 'darmo', maxLength: 100, description: 'part of a book code, or beginnings of words of a name' })
  @IsOptional()
  @IsString({ message: 'Tulis kode buku atau nama petugas.' })
  @MaxLength(100, { message: 'Pencarian paling banyak 100 huruf.' })
  search?: string;
}

/** One of the two. */
export class NewAssignmentDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'hamlet, RW or RT' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Pilih wilayah.' })
  areaId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'a single object, whose taxpayer lives elsewhere' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Pilih objek pajak.' })
  objectId?: string;
}

export class CollectorAssignmentDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) areaId: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) objectId: string | null;
  @ApiProperty({ format: 'date' }) startedOn: string;
}

/** Amounts are whole rupiah. */
export class CollectorDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) userId: string;
  @ApiProperty() name: string;
  @ApiProperty() bookCode: string;
  @ApiProperty({ format: 'date' }) startedOn: string;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) endedOn: string | null;
  @ApiProperty({ type: 'integer', description: 'receipts given and neither reversed nor in a confirmed deposit' }) cashInHand: number;
  @ApiProperty({ description: 'how many receipts that is' }) receiptsInHand: number;
  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'the oldest of them' }) oldestAt: string | null;
  @ApiProperty({ type: [CollectorAssignmentDto] }) assignments: CollectorAssignmentDto[];
}

export class CollectorListDto {
  @ApiProperty({ type: [CollectorDto] }) items: CollectorDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
