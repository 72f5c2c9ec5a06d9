import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsObject, IsString, Matches, MaxLength } from 'class-validator';

/** Kinds of list whose headings can be kept. */
export const MAPPING_KINDS = ['assessments', 'bank-statements'] as const;
export type MappingKind = (typeof MAPPING_KINDS)[number];

export class MappingKindQuery {
  @ApiProperty({ enum: MAPPING_KINDS })
  @IsIn(MAPPING_KINDS, { message: 'Jenis daftar tidak dikenal.' })
  kind: MappingKind;
}

export class ImportMappingBodyDto {
  @ApiProperty({ example: 'DHKP Bapenda 2026', maxLength: 80, description: 'one of a kind has it' })
  @IsString({ message: 'Isi nama pemetaan.' })
  @Matches(/\S/, { message: 'Isi nama pemetaan.' })
  @MaxLength(80, { message: 'Nama paling banyak 80 huruf.' })
  name: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, example: { nop: 'NO OBJEK', payerName: 'NAMA' }, description: 'field → heading as written' })
  @IsObject({ message: 'Pemetaan kolom tidak terbaca.' })
  mapping: Record<string, string>;
}

export class NewImportMappingDto extends ImportMappingBodyDto {
  @ApiProperty({ enum: MAPPING_KINDS })
  @IsIn(MAPPING_KINDS, { message: 'Jenis daftar tidak dikenal.' })
  kind: MappingKind;
}

export class ImportMappingDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: MAPPING_KINDS }) kind: MappingKind;
  @ApiProperty() name: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) mapping: Record<string, string>;
  @ApiProperty() savedBy: string;
  @ApiProperty({ format: 'date-time' }) savedAt: string;
}

export class ImportMappingListDto {
  @ApiProperty({ type: [ImportMappingDto], description: 'by name' }) items: ImportMappingDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
