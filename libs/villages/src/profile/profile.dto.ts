import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';

const tooLong = { message: 'Isian terlalu panjang.' };
const notText = { message: 'Isian harus berupa teks.' };

export class LogoDto {
  @ApiProperty({ description: 'SHA-256 of the picture, lower-case hex' }) sha256: string;
}

export class LetterheadDto {
  @ApiProperty({ type: [String], description: 'lines above the address; the last is the office itself', example: ['PEMERINTAH KABUPATEN MALANG', 'KECAMATAN PUJON', 'KANTOR KEPALA DESA PUJON KIDUL'] })
  lines: string[];
}

export class VillageDto {
  @ApiProperty({ example: '35.07.26.2003', description: 'Kemendagri code; never changes' }) code: string;
  @ApiProperty({ example: 'Pujon Kidul', description: 'as this village spells itself' }) name: string;
  @ApiProperty({ enum: ['desa', 'kelurahan'] }) kind: 'desa' | 'kelurahan';
  @ApiProperty({ example: 'Pujon' }) districtName: string;
  @ApiProperty({ example: 'Malang' }) regencyName: string;
  @ApiProperty({ type: String, nullable: true }) address: string | null;
  @ApiProperty({ type: String, nullable: true }) phone: string | null;
  @ApiProperty({ type: String, nullable: true }) email: string | null;
  @ApiProperty({ type: String, nullable: true, example: '65391' }) postalCode: string | null;
  @ApiProperty({ type: String, nullable: true }) website: string | null;
  @ApiProperty({ type: LogoDto, nullable: true, description: 'read at GET /village/logo' }) logo: LogoDto | null;
  @ApiProperty({ type: LetterheadDto }) letterhead: LetterheadDto;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'what this kind of village calls its head, office, …', example: { head: 'Kepala Desa', office: 'Desa' } })
  words: Record<string, string>;
  @ApiProperty({ enum: ['F4', 'A4'], description: 'setting letter.paper, today' }) paper: 'F4' | 'A4';
  @ApiProperty({ type: [String], example: ['update'] }) actions: string[];
}

/** Fields left out stay; null or an empty text empties them. */
export class VillageChangeDto {
  @ApiPropertyOptional({ description: 'spelling of the name on letters; the code stays' })
  @ValidateIf((_object, value) => value !== undefined)
  @IsString(notText)
  @MaxLength(200, tooLong)
  name?: string;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString(notText)
  @MaxLength(400, tooLong)
  address?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '(0341) 524010' })
  @IsOptional()
  @IsString(notText)
  @MaxLength(200, tooLong)
  phone?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString(notText)
  @MaxLength(200, tooLong)
  email?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '65391' })
  @IsOptional()
  @IsString(notText)
  @MaxLength(20, tooLong)
  postalCode?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'pujonkidul.desa.id' })
  @IsOptional()
  @IsString(notText)
  @MaxLength(200, tooLong)
  website?: string | null;

  @ApiPropertyOptional({ enum: ['F4', 'A4'], description: 'from today on; the same as setting letter.paper' })
  @ValidateIf((_object, value) => value !== undefined)
  @IsIn(['F4', 'A4'], { message: 'Pilih F4 atau A4.' })
  paper?: 'F4' | 'A4';
}
