import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';

export class AssessmentApplicationDto {
  @ApiProperty({ enum: ['all', 'good'], description: 'all: refused when a row was rejected or a prefix is not confirmed; good: those rows and parts are left out' })
  @IsIn(['all', 'good'], { message: 'Pilih semua baris (all) atau hanya yang baik (good).' })
  rows: 'all' | 'good';
}

export class AssessmentReversalDto {
  @ApiProperty({ minLength: 5, maxLength: 300 })
  @IsString({ message: 'Isi alasan.' })
  @MinLength(5, { message: 'Alasan paling sedikit 5 huruf.' })
  @MaxLength(300, { message: 'Alasan paling banyak 300 huruf.' })
  reason: string;
}

export class PrefixOfVillageDto {
  @ApiProperty({ example: '3507130005', description: 'the first ten digits of a NOP' })
  @Matches(/^\d{10}$/, { message: 'Kode desa pada NOP terdiri dari 10 angka.' })
  prefix: string;

  @ApiProperty({ example: '35.07.22.2003', description: 'code of the village' })
  @Matches(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/, { message: 'Pilih desa atau kelurahan.' })
  village: string;
}

export class PrefixConfirmationDto {
  @ApiProperty({ type: [PrefixOfVillageDto] })
  @IsArray({ message: 'Tetapkan paling sedikit satu kode.' })
  @ArrayMinSize(1, { message: 'Tetapkan paling sedikit satu kode.' })
  @ArrayMaxSize(1000, { message: 'Paling banyak 1.000 kode sekali jalan.' })
  @ValidateNested({ each: true })
  @Type(() => PrefixOfVillageDto)
  prefixes: PrefixOfVillageDto[];
}

export class AssessmentPartCountsDto {
  @ApiProperty({ description: 'bills it opens' }) accepted: number;
  @ApiProperty({ description: 'bills it calls paid that we have as unpaid' }) settles: number;
  @ApiProperty({ description: 'bills of another amount, superseded by the next cycle' }) changed: number;
  @ApiProperty() unchanged: number;
  @ApiProperty({ description: 'of another amount, but money has moved: left as they are' }) kept: number;
  @ApiProperty() rejected: number;
}

export class AssessmentPartDto {
  @ApiProperty({ example: '3507130005' }) prefix: string;
  @ApiProperty({ type: String, nullable: true, example: '35.07.22.2003' }) village: string | null;
  @ApiProperty({ type: String, nullable: true }) villageName: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'to be confirmed' }) proposedVillage: string | null;
  @ApiProperty({ type: String, nullable: true }) proposedVillageName: string | null;
  @ApiProperty({ enum: ['unconfirmed', 'checked', 'applied', 'reversed', 'refused'] }) state: string;
  @ApiProperty({ type: AssessmentPartCountsDto }) counts: AssessmentPartCountsDto;
  @ApiProperty({ type: 'integer', description: 'rupiah of the bills it opens' }) amount: number;
  @ApiProperty({ type: String, nullable: true, description: 'why it was not applied or taken back' }) refusal: string | null;
}

export class AssessmentPartListDto {
  @ApiProperty({ type: [AssessmentPartDto] }) items: AssessmentPartDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

/** The fields of the upload's form beside `file`; they stand before it. */
export class AssessmentUploadDto {
  @ApiProperty({ type: 'string', format: 'binary' }) file: unknown;
  @ApiPropertyOptional({ example: '2026', description: 'for a layout without a column of years' }) taxYear?: string;
  @ApiPropertyOptional({ example: '2026-09-30', description: 'for a layout without a column of due dates' }) dueOn?: string;
  @ApiPropertyOptional({ example: '35.07.22.2003', description: 'code of the one village whose list this is; without it the list is the regency\'s' }) village?: string;
  @ApiPropertyOptional({ example: '{"nop":"NO OBJEK","payerName":"NAMA","amount":"TAGIHAN"}', description: 'field → heading as written, as JSON; without it headings are recognised' }) mapping?: string;
}
