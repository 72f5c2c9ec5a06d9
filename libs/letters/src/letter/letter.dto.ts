import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '#platform';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

export const LETTER_STATUSES = ['requested', 'verified', 'returned', 'rejected', 'approved', 'issued', 'failed', 'voided', 'replaced'] as const;

export class LetterRowDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'SKU' }) type: string;
  @ApiProperty({ example: 'Surat Keterangan Usaha' }) typeTitle: string;
  @ApiProperty({ type: String, nullable: true, example: '500.2.2.4/187/35.07.26.2003/2026', description: 'given at approval' }) number: string | null;
  @ApiProperty({ enum: LETTER_STATUSES, description: '`approved`: the paper is being made' }) status: string;
  @ApiProperty() applicantName: string;
  @ApiProperty({ format: 'date-time' }) requestedAt: string;
  @ApiProperty({ description: 'name of whoever entered the request' }) requestedBy: string;
  @ApiProperty({ format: 'date-time', description: 'until when the office promised it' }) dueAt: string;
  @ApiProperty({ type: String, nullable: true, format: 'date', description: 'in WIB; the date of the letter' }) approvedOn: string | null;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
  @ApiProperty({ description: 'a correction of it is on its way; it stays valid until that is issued' }) beingReplaced: boolean;
  @ApiProperty({ type: [String], example: ['verify', 'return'], description: 'acts open to this actor now: edit, verify, return, reject, approve, render, void, replace, print' }) actions: string[];
}

export class LetterListDto {
  @ApiProperty({ type: [LetterRowDto] }) items: LetterRowDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class LetterApplicantDto {
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true, example: '350726******0003', description: 'null while the NIK is a temporary one' }) nikMasked: string | null;
}

export class LetterSignatoryDto {
  @ApiProperty({ format: 'uuid' }) officialId: string;
  @ApiProperty() name: string;
  @ApiProperty({ example: 'a.n. Kepala Desa, Sekretaris Desa' }) positionText: string;
  @ApiProperty({ enum: ['head', 'on-behalf'] }) capacity: 'head' | 'on-behalf';
}

export class LetterStepDto {
  @ApiProperty({ enum: ['requested', 'edited', 'verified', 'returned', 'rejected', 'approved', 'rendering', 'issued', 'failed', 'voided', 'replaced'] }) step: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() by: string;
  @ApiProperty({ type: String, nullable: true, description: 'the reason given, or why it failed' }) note: string | null;
}

export class LetterFileDto {
  @ApiProperty({ description: 'of the stored PDF, lower-case hex' }) sha256: string;
  @ApiProperty({ description: 'bytes' }) size: number;
  @ApiProperty() pages: number;
}

export class LetterFailureDto {
  @ApiProperty({ example: 'MISSING_GLYPH' }) code: string;
  @ApiProperty({ description: 'Indonesian, for the screen' }) message: string;
  @ApiProperty({ type: String, nullable: true, description: 'in the clerk’s words' }) field: string | null;
}

/** A letter on its way that will stand in the place of another. */
export class LetterReplacementDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: LETTER_STATUSES }) status: string;
  @ApiProperty({ description: 'name of whoever began it' }) requestedBy: string;
  @ApiProperty({ format: 'date-time' }) requestedAt: string;
}

export class LetterDto extends LetterRowDto {
  @ApiProperty({ type: String, nullable: true, format: 'uuid', description: 'null for somebody who is not in the register' }) residentId: string | null;
  @ApiProperty({ type: LetterApplicantDto }) applicant: LetterApplicantDto;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'the form by field name; texts, and dependants as {residentId?, nik, name, sex, birth, relation}' }) data: Record<string, unknown>;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: LetterSignatoryDto }) signatory: LetterSignatoryDto;
  @ApiProperty({ type: String, nullable: true, format: 'date', description: 'last day; null before approval and for letters without limit' }) validUntil: string | null;
  @ApiProperty({ type: [LetterStepDto], description: 'oldest first' }) history: LetterStepDto[];
  @ApiProperty({ type: LetterFileDto, nullable: true }) document: LetterFileDto | null;
  @ApiProperty({ type: LetterFailureDto, nullable: true }) failure: LetterFailureDto | null;
  @ApiProperty({ type: String, nullable: true, format: 'uuid', description: 'the letter this one corrects' }) replaces: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'uuid', description: 'the issued letter that stands in its place' }) replacedBy: string | null;
  @ApiProperty({ type: LetterReplacementDto, nullable: true, description: 'the correction on its way; null when there is none, or when this actor does not see it' }) replacement: LetterReplacementDto | null;
  @ApiProperty({ type: String, nullable: true, description: 'also shown to whoever scans the QR code' }) voidReason: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'the address in its QR code, once it is issued' }) verificationUrl: string | null;
}

export class ApplicantPaperDto {
  @ApiProperty({ type: String, nullable: true, example: 'Jl Mawar 3, RT 005 RW 002, Dusun Krajan', description: 'where the resident lives, as letters print it; null where no address is recorded' }) home: string | null;
  @ApiProperty({ type: [String], example: ['Agama'], description: 'particulars the register does not know; letters print `-` for them' }) unknown: string[];
}

export class LetterCountsDto {
  @ApiProperty() requested: number;
  @ApiProperty() verified: number;
  @ApiProperty() returned: number;
  @ApiProperty() rejected: number;
  @ApiProperty() approved: number;
  @ApiProperty() issued: number;
  @ApiProperty() failed: number;
  @ApiProperty() voided: number;
  @ApiProperty() replaced: number;
}

export class LetterQuery extends PageQuery {
  @ApiPropertyOptional({ enum: LETTER_STATUSES, description: 'letters on their way come oldest first, all others newest first' })
  @IsOptional()
  @IsIn(LETTER_STATUSES, { message: 'Keadaan surat tidak dikenal.' })
  status?: (typeof LETTER_STATUSES)[number];

  @ApiPropertyOptional({ example: 'SKU' })
  @IsOptional()
  @IsString()
  @MaxLength(20, { message: 'Jenis surat tidak dikenal.' })
  type?: string;

  @ApiPropertyOptional({ description: 'beginnings of words of the applicant’s name, or of the number; audited' })
  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'Kata pencarian terlalu panjang.' })
  search?: string;
}
