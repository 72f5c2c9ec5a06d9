import { Body, Controller, Get, Header, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConflictResponse, ApiConsumes, ApiHeader, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { auditRead } from '#audit';
import { errorWorkbookOf, ImportIssueListDto, importIssueGroups, ImportIssueQuery, importRunById, ImportRunDto, ImportRunListDto, IssueGroupListDto, type IssueWords, listImportIssues, listImportRuns, receiveFile } from '#imports';
import { type Actor, Allow, CurrentActor, Database, IdempotencyKey, ObjectStore, PageQuery } from '#platform';
import { ApplyResidentImport } from './apply-resident-import.js';
import { CancelResidentImport } from './cancel-resident-import.js';
import { ApplicationDto, ReversalDto } from './resident-import.dto.js';
import { RESIDENT_IMPORT } from './resident-import.js';
import { ReverseResidentImport } from './reverse-resident-import.js';
import { RESIDENT_ISSUES } from './rules/import-issue.js';
import { fieldLabel } from './rules/resident-columns.js';
import type { ResidentField } from './rules/resident-record.js';
import { StartResidentImport } from './start-resident-import.js';
import { templateWorkbook } from './template-workbook.js';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const words: IssueWords = { issueLabel: (code) => RESIDENT_ISSUES.label(code), fieldLabel: (field) => fieldLabel(field as ResidentField) };

@ApiTags('resident-imports')
@Controller()
export class ResidentImportController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ObjectStore) private readonly store: ObjectStore,
    @Inject(StartResidentImport) private readonly startImport: StartResidentImport,
    @Inject(ApplyResidentImport) private readonly applyImport: ApplyResidentImport,
    @Inject(ReverseResidentImport) private readonly reverseImport: ReverseResidentImport,
    @Inject(CancelResidentImport) private readonly cancelImport: CancelResidentImport,
  ) {}

  /** An .xlsx or .csv of at most 200 MB; the worker checks it, nothing changes yet. */
  @Post('resident-imports')
  @HttpCode(202)
  @Allow('resident.import')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiAcceptedResponse({ type: ImportRunDto })
  async upload(@CurrentActor() actor: Actor, @IdempotencyKey() key: string, @Req() request: FastifyRequest): Promise<ImportRunDto> {
    return this.read(actor, await this.startImport.run(actor, key, await receiveFile(request, this.store)));
  }

  @Get('resident-imports')
  @Allow('resident.import', { sessionCheckedInside: true })
  @ApiOkResponse({ type: ImportRunListDto })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<ImportRunListDto> {
    return listImportRuns(this.database, actor, RESIDENT_IMPORT, query);
  }

  @Get('resident-imports/:id')
  @Allow('resident.import', { sessionCheckedInside: true })
  @ApiOkResponse({ type: ImportRunDto })
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ImportRunDto> {
    return this.read(actor, id);
  }

  /** In the order of the file. */
  @Get('resident-imports/:id/issues')
  @Allow('resident.import', { sessionCheckedInside: true })
  @ApiOkResponse({ type: ImportIssueListDto })
  issues(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: ImportIssueQuery): Promise<ImportIssueListDto> {
    return listImportIssues(this.database, actor, RESIDENT_IMPORT, id, query, words);
  }

  @Get('resident-imports/:id/issue-groups')
  @Allow('resident.import', { sessionCheckedInside: true })
  @ApiOkResponse({ type: IssueGroupListDto })
  groups(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<IssueGroupListDto> {
    return importIssueGroups(this.database, actor, RESIDENT_IMPORT, id, words);
  }

  /** The rows that need work with what is wrong and what to do; corrected, it can be uploaded as it is. */
  @Get('resident-imports/:id/errors.xlsx')
  @Allow('resident.import', { sessionCheckedInside: true })
  @ApiProduces(WORKBOOK)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async errors(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { sha256, fileName } = await errorWorkbookOf(this.database, actor, RESIDENT_IMPORT, id);
    await auditRead(this.database, actor, { action: 'resident-import.errors-downloaded', subjectType: 'resident-import', subjectId: id, detail: { fileSha256: sha256 } });
    return new StreamableFile(this.store.get(sha256), { type: WORKBOOK, disposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}` });
  }

  @Post('resident-imports/:id/application')
  @HttpCode(202)
  @Allow('resident.import')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiAcceptedResponse({ type: ImportRunDto })
  @ApiConflictResponse({ description: 'IMPORT_HAS_ERRORS, IMPORT_STATE, IMPORT_BUSY' })
  async apply(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @IdempotencyKey() key: string, @Body() body: ApplicationDto): Promise<ImportRunDto> {
    await this.applyImport.run(actor, id, key, body);
    return this.read(actor, id);
  }

  @Post('resident-imports/:id/reversal')
  @HttpCode(202)
  @Allow('resident.import')
  @ApiAcceptedResponse({ type: ImportRunDto })
  @ApiConflictResponse({ description: 'IMPORT_IN_USE naming the person, IMPORT_STATE, IMPORT_BUSY' })
  async reverse(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReversalDto): Promise<ImportRunDto> {
    await this.reverseImport.run(actor, id, reason);
    return this.read(actor, id);
  }

  /** Gives up a checked list. Work that runs is cancelled by DELETE /tasks/:id. */
  @Post('resident-imports/:id/cancellation')
  @HttpCode(200)
  @Allow('resident.import')
  @ApiOkResponse({ type: ImportRunDto })
  @ApiConflictResponse({ description: 'IMPORT_STATE' })
  async cancel(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ImportRunDto> {
    await this.cancelImport.run(actor, id);
    return this.read(actor, id);
  }

  /** An empty workbook with every column and the lists of codes. */
  @Get('resident-import-template.xlsx')
  @Allow('resident.import')
  @ApiProduces(WORKBOOK)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Header('Content-Type', WORKBOOK)
  async template(): Promise<StreamableFile> {
    return new StreamableFile(await templateWorkbook(), { type: WORKBOOK, disposition: 'attachment; filename="pola-impor-penduduk.xlsx"' });
  }

  private read(actor: Actor, id: string): Promise<ImportRunDto> {
    return importRunById(this.database, actor, RESIDENT_IMPORT, id);
  }
}
