import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';

const data = {
  type: 'object', additionalProperties: true, example: { businessName: 'Warung Susu', purpose: 'pengajuan kredit' },
  description: 'by field name of the letter type; amounts as text; dependants as a list of {nik, name, sex, birth, relation} or {residentId}',
} as const;
const long = { message: 'Isian terlalu panjang.' };

export class SignatoryDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: 'Pilih penanda tangan.' })
  officialId: string;

  @ApiProperty({ enum: ['head', 'on-behalf'], description: 'on-behalf: a.n. of the head' })
  @IsIn(['head', 'on-behalf'], { message: 'Pilih penanda tangan.' })
  capacity: 'head' | 'on-behalf';
}

export class OutsiderDto {
  @ApiProperty() @IsString({ message: 'Nama wajib diisi.' }) @MaxLength(200, long) name: string;
  @ApiProperty({ description: '16 digits' }) @IsString({ message: 'NIK wajib diisi.' }) @MaxLength(40, long) nik: string;
  @ApiProperty() @IsString({ message: 'Tempat lahir wajib diisi.' }) @MaxLength(200, long) birthPlace: string;
  @ApiProperty({ format: 'date' }) @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Isi tanggal lahir.' }) birthDate: string;
  @ApiProperty({ enum: ['L', 'P'] }) @IsIn(['L', 'P'], { message: 'Pilih jenis kelamin.' }) sex: string;
  @ApiProperty() @IsString({ message: 'Agama wajib diisi.' }) @MaxLength(200, long) religion: string;
  @ApiProperty() @IsString({ message: 'Status perkawinan wajib diisi.' }) @MaxLength(200, long) maritalStatus: string;
  @ApiProperty() @IsString({ message: 'Pekerjaan wajib diisi.' }) @MaxLength(200, long) occupation: string;
  @ApiProperty({ example: 'Indonesia' }) @IsString({ message: 'Kewarganegaraan wajib diisi.' }) @MaxLength(200, long) citizenship: string;
  @ApiProperty() @IsString({ message: 'Alamat wajib diisi.' }) @MaxLength(400, long) address: string;
}

export class NewLetterDto {
  @ApiProperty({ example: 'SKU' })
  @IsString({ message: 'Pilih jenis surat.' })
  @MaxLength(20, long)
  type: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'the applicant, unless `outsider` is given' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Pilih penduduk.' })
  residentId?: string;

  @ApiPropertyOptional({ type: OutsiderDto, description: 'somebody who is not in the register, where the type allows it' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OutsiderDto)
  outsider?: OutsiderDto;

  @ApiProperty(data)
  @IsObject({ message: 'Isian surat belum ada.' })
  data: Record<string, unknown>;

  @ApiProperty({ type: SignatoryDto })
  @IsObject({ message: 'Pilih penanda tangan.' })
  @ValidateNested()
  @Type(() => SignatoryDto)
  signatory: SignatoryDto;

  @ApiPropertyOptional({ maxLength: 300, description: 'for the desk; not printed' })
  @IsOptional()
  @IsString({ message: 'Catatan berupa teks.' })
  @MaxLength(600, long)
  note?: string;
}

/** Fields left out stay; `data` is sent whole. */
export class LetterChangeDto {
  @ApiPropertyOptional(data)
  @IsOptional()
  @IsObject({ message: 'Isian surat belum ada.' })
  data?: Record<string, unknown>;

  @ApiPropertyOptional({ type: SignatoryDto })
  @IsOptional()
  @IsObject({ message: 'Pilih penanda tangan.' })
  @ValidateNested()
  @Type(() => SignatoryDto)
  signatory?: SignatoryDto;

  @ApiPropertyOptional({ maxLength: 300 })
  @IsOptional()
  @IsString({ message: 'Catatan berupa teks.' })
  @MaxLength(600, long)
  note?: string;
}

export class ReasonDto {
  @ApiProperty({ minLength: 3, maxLength: 300, description: 'of voiding and replacement: public, so without names and numbers of people' })
  @IsString({ message: 'Tulis alasannya.' })
  @MinLength(3, { message: 'Tulis alasannya.' })
  @MaxLength(600, long)
  reason: string;
}

export class ReplacementDto extends LetterChangeDto {
  @ApiProperty({ minLength: 3, maxLength: 300, description: 'public once the replacement is issued' })
  @IsString({ message: 'Tulis alasannya.' })
  @MinLength(3, { message: 'Tulis alasannya.' })
  @MaxLength(600, long)
  reason: string;
}

/** What the draft shows instead of what is stored; nothing is kept. */
export class LetterPreviewDto extends LetterChangeDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'the letter once more, for clients that cache by body; not read' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Surat tidak dikenal.' })
  letter?: string;
}
