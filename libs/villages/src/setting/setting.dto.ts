import { ApiProperty } from '@nestjs/swagger';
import { Allow as AnyValue, Matches } from 'class-validator';

const period = { type: 'object', properties: { amount: { type: 'integer' }, unit: { type: 'string', enum: ['day', 'month'] } }, required: ['amount', 'unit'] } as const;
const anyValue = { oneOf: [{ type: 'string' as const }, { type: 'number' as const }, period, { type: 'null' as const }] };

export class UpcomingSettingDto {
  @ApiProperty(anyValue as object) value: unknown;
  @ApiProperty({ format: 'date' }) effectiveFrom: string;
}

export class SettingDto {
  @ApiProperty({ example: 'letter.number-format' }) key: string;
  @ApiProperty({ example: 'Pola nomor surat' }) label: string;
  @ApiProperty({ ...(anyValue as object), example: '{klasifikasi}/{nomor}/{kodeDesa}/{tahun}' }) value: unknown;
  @ApiProperty({ enum: ['village', 'regency', 'default'], description: 'who decided it' }) source: 'village' | 'regency' | 'default';
  @ApiProperty({ type: String, nullable: true, format: 'date' }) effectiveFrom: string | null;
  @ApiProperty({ type: UpcomingSettingDto, nullable: true, description: 'the next change already decided' }) upcoming: UpcomingSettingDto | null;
}

export class SettingListDto {
  @ApiProperty({ type: [SettingDto] }) items: SettingDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class SettingInputDto {
  @ApiProperty({ ...(anyValue as object), description: 'of the shape this setting asks for' })
  @AnyValue()
  value: unknown;

  @ApiProperty({ format: 'date', description: 'today at the earliest; of letter.numbering-mode 1 January' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Isi tanggal mulai berlaku.' })
  effectiveFrom: string;
}
