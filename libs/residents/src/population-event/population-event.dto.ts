import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, MaxLength, Min } from 'class-validator';

export class PopulationEventDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['opening', 'correction'] }) type: string;
  @ApiProperty({ example: 'Pembetulan data' }) typeName: string;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) happenedOn: string | null;
  @ApiProperty({ format: 'date' }) reportedOn: string;
  @ApiProperty() recordedBy: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ description: 'takes back an earlier event' }) reversal: boolean;
  @ApiPropertyOptional({
    type: 'object', nullable: true, additionalProperties: { type: 'array', items: { type: ['string', 'null'] } },
    description: 'field → [before, after] in words; numbers of identity are masked', example: { religion: ['Islam', 'Kristen'] },
  })
  diff?: Record<string, [string | null, string | null]> | null;
}

export class NewPopulationEventDto {
  @ApiProperty({ enum: ['correction'] })
  @IsIn(['correction'], { message: 'Jenis peristiwa belum tersedia.' })
  type: 'correction';

  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: 'Pilih penduduk.' })
  residentId: string;

  @ApiProperty({ format: 'date', description: 'WIB; not after today' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Isi tanggal lapor.' })
  reportedOn: string;

  @ApiProperty({
    type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
    description: 'field → new value, null to empty it; codes as numbers, days as YYYY-MM-DD. Status and family number are changed by other events.', example: { name: 'SITI AMINAH', religion: 1 },
  })
  @IsObject({ message: 'Tidak ada isian yang diubah.' })
  changes: Record<string, unknown>;

  @ApiPropertyOptional({ description: 'as read; a record changed since then is not overwritten (409 RESIDENT_CHANGED)' })
  @IsOptional()
  @IsInt({ message: 'Versi data tidak dikenal.' })
  @Min(1, { message: 'Versi data tidak dikenal.' })
  version?: number;

  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500, { message: 'Catatan paling banyak 500 huruf.' })
  note?: string;
}

export class NewPopulationEventAnswerDto {
  @ApiProperty({ format: 'uuid' }) id: string;
}
