import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '#platform';

export class AuditEntryQuery extends PageQuery {
  @ApiPropertyOptional({ example: 'letter.approved' })
  @IsOptional()
  @Matches(/^[a-z]+([.-][a-z]+)*$/, { message: 'Nama tindakan tidak dikenal.' })
  @MaxLength(60)
  action?: string;

  @ApiPropertyOptional({ description: 'id of the record' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  subject?: string;

  @ApiPropertyOptional({ example: '2026-11', description: 'one month by the calendar of WIB' })
  @IsOptional()
  @Matches(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, { message: 'Tulis tahun dan bulan, misalnya 2026-11.' })
  month?: string;

  @ApiPropertyOptional({ description: 'beginning of words of the name of who acted' })
  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'Pencarian paling banyak 100 huruf.' })
  search?: string;
}

export class AuditEntryDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) userId: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'as it was then; null for the system' }) userName: string | null;
  @ApiProperty({ type: String, nullable: true }) role: string | null;
  @ApiProperty() action: string;
  @ApiProperty() subjectType: string;
  @ApiProperty({ type: String, nullable: true }) subjectId: string | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ description: 'of the request or job it was done by; the same id stands in the log' }) requestId: string;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'field diff as [old, new], or counts' }) detail: Record<string, unknown> | null;
}

export class AuditEntryListDto {
  @ApiProperty({ type: [AuditEntryDto] }) items: AuditEntryDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class AuditVerificationDto {
  @ApiProperty() intact: boolean;
  @ApiProperty() sealed: number;
  @ApiProperty() unsealed: number;
  @ApiProperty({ description: 'unsealed ones of which no seal will come' }) overdue: number;
  @ApiProperty({ description: 'of the last link that holds' }) position: number;
  @ApiProperty({ description: 'last link of the chain, hex' }) head: string;
  @ApiProperty({ type: 'object', properties: { position: { type: 'integer' }, reason: { type: 'string' } }, required: ['position', 'reason'], selfRequired: true, nullable: true }) broken: { position: number; reason: string } | null;
}
