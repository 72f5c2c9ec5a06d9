import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '#platform';
import { IMPORT_STATES } from './import-run.workflow.js';

export class ImportSheetDto {
  @ApiProperty() name: string;
  @ApiProperty() rows: number;
  @ApiProperty({ description: 'false: skipped, no headings of this list' }) recognised: boolean;
  @ApiProperty() hidden: boolean;
}

export class ImportLayoutDto {
  @ApiProperty({ example: 'OpenSID 45 kolom' }) name: string;
  @ApiProperty({ type: [ImportSheetDto] }) sheets: ImportSheetDto[];
  @ApiProperty({ description: 'columns with a heading' }) columns: number;
  @ApiProperty({ description: 'of them understood' }) known: number;
  @ApiProperty({ type: [String], description: 'headings nobody knows, as written' }) unknown: string[];
}

export class ImportCountsDto {
  @ApiProperty({ description: 'rows of data = accepted + unchanged + changed + rejected' }) total: number;
  @ApiProperty({ description: 'new and fit to go in' }) accepted: number;
  @ApiProperty({ description: 'not rejected, with a warning' }) warned: number;
  @ApiProperty() rejected: number;
  @ApiProperty({ description: 'registered already, equal' }) unchanged: number;
  @ApiProperty({ description: 'registered already, different' }) changed: number;
  @ApiProperty({ description: 'families in the file' }) families: number;
}

export class ImportFailureDto {
  @ApiProperty() code: string;
  @ApiProperty() message: string;
}

export class ImportProgressDto {
  @ApiProperty() done: number;
  @ApiProperty({ type: Number, nullable: true }) total: number | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
}

export class ImportTaskDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['queued', 'running', 'done', 'failed', 'cancelled'] }) status: string;
  @ApiProperty({ type: ImportProgressDto, nullable: true }) progress: ImportProgressDto | null;
}

export class ImportRunDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: IMPORT_STATES }) state: string;
  @ApiProperty() fileName: string;
  @ApiProperty({ description: 'bytes' }) fileSize: number;
  @ApiProperty() sha256: string;
  @ApiProperty({ type: ImportLayoutDto, nullable: true }) layout: ImportLayoutDto | null;
  @ApiProperty({ type: ImportCountsDto, nullable: true }) counts: ImportCountsDto | null;
  @ApiProperty({ type: Number, nullable: true, description: 'of the dry run' }) durationMs: number | null;
  @ApiProperty({ type: ImportFailureDto, nullable: true }) failure: ImportFailureDto | null;
  @ApiProperty({ enum: ['all', 'good'], nullable: true, type: String }) mode: string | null;
  @ApiProperty({ enum: ['skip', 'update'], nullable: true, type: String }) existing: string | null;
  @ApiProperty({ type: ImportTaskDto, nullable: true }) task: ImportTaskDto | null;
  @ApiProperty({ format: 'date-time' }) uploadedAt: string;
  @ApiProperty() uploadedBy: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) appliedAt: string | null;
  @ApiProperty({ type: [String], enum: ['cancel', 'apply', 'reverse', 'download-errors'] }) actions: string[];
}

export class ImportRunListDto {
  @ApiProperty({ type: [ImportRunDto] }) items: ImportRunDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class ImportIssueQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['error', 'warning'] })
  @IsOptional()
  @IsIn(['error', 'warning'], { message: 'Pilih error atau warning.' })
  severity?: 'error' | 'warning';

  @ApiPropertyOptional({ example: 'NIK_LENGTH' })
  @IsOptional()
  @IsString()
  @MaxLength(60, { message: 'Kode masalah tidak dikenal.' })
  code?: string;
}

export class ImportIssueDto {
  @ApiProperty({ description: 'as the spreadsheet numbers it' }) row: number;
  @ApiProperty() sheet: string;
  @ApiProperty({ enum: ['error', 'warning'] }) severity: string;
  @ApiProperty() field: string;
  @ApiProperty({ description: 'as the clerk knows the column' }) fieldLabel: string;
  @ApiProperty() code: string;
  @ApiProperty() message: string;
  @ApiProperty() advice: string;
  @ApiProperty({ description: 'the cell as the file has it, at most 100 characters' }) value: string;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
}

export class ImportIssueListDto {
  @ApiProperty({ type: [ImportIssueDto] }) items: ImportIssueDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class IssueGroupDto {
  @ApiProperty({ enum: ['error', 'warning'] }) severity: string;
  @ApiProperty() code: string;
  @ApiProperty() label: string;
  @ApiProperty() count: number;
}

export class IssueGroupListDto {
  @ApiProperty({ type: [IssueGroupDto] }) items: IssueGroupDto[];
}
