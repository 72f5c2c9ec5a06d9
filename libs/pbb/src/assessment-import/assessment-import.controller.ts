import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConflictResponse, ApiConsumes, ApiHeader, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { auditRead } from '#audit';
import { errorWorkbookOf, ImportIssueListDto, importIssueGroups, ImportIssueQuery, importRunById, ImportRunDto, ImportRunListDto, IssueGroupListDto, type IssueWords, listImportIssues, listImportRuns, receiveFile } from '#imports';
import { type Actor, Allow, CurrentActor, Database, IdempotencyKey, ObjectStore, PageQuery } from '#platform';
import { ApplyAssessmentImport } from './apply-assessment-import.js';
import { AssessmentApplicationDto, AssessmentPartListDto, AssessmentReversalDto, AssessmentUploadDto, PrefixConfirmationDto } from './assessment-import.dto.js';
import { ASSESSMENT_IMPORT, ASSESSMENT_IMPORT_SUBJECT } from './assessment-import.js';
import { listAssessmentParts } from './assessment-part.queries.js';
import { CancelAssessmentImport } from './cancel-assessment-import.js';
import { ConfirmPrefixes } from './confirm-prefixes.js';
import { ReverseAssessmentImport } from './reverse-assessment-import.js';
import { columnLabel } from './rules/assessment-columns.js';
import { ASSESSMENT_ISSUES } from './rules/assessment-issues.js';
import { StartAssessmentImport } from './start-assessment-import.js';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const words: IssueWords = { issueLabel: (code) => ASSESSMENT_ISSUES.label(code), fieldLabel: columnLabel };

/** Tax lists, loaded by the regency's tax office: at its own unit, for all villages or one. */
@ApiTags('assessment-imports')
@Controller('assessment-imports')
export class AssessmentImportController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ObjectStore) private readonly store: ObjectStore,
    @Inject(StartAssessmentImport) private readonly startImport: StartAssessmentImport,
    @Inject(ConfirmPrefixes) private readonly confirmPrefixes: ConfirmPrefixes,
    @Inject(ApplyAssessmentImport) private readonly applyImport: ApplyAssessmentImport,
    @Inject(ReverseAssessmentImport) private readonly reverseImport: ReverseAssessmentImport,
    @Inject(CancelAssessmentImport) private readonly cancelImport: CancelAssessmentImport,
  ) {}

  /** An .xlsx or .csv of at most 200 MB; the worker checks it, nothing changes yet. */
  @Post()
  @HttpCode(202)
  @Allow('assessment.import')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: AssessmentUploadDto })
  @ApiAcceptedResponse({ type: ImportRunDto })
  async upload(@CurrentActor() actor: Actor, @IdempotencyKey() key: string, @Req() request: FastifyRequest): Promise<ImportRunDto> {
    return this.read(actor, await this.startImport.run(actor, key, await receiveFile(request, this.store)));
  }

  @Get()
  @Allow('assessment.import', { sessionCheckedInside: true })
  @ApiOkResponse({ type: ImportRunListDto })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<ImportRunListDto> {
    return listImportRuns(this.database, actor, ASSESSMENT_IMPORT, query);
  }

  @Get(':id')
  @Allow('assessment.import', { sessionCheckedInside: true })
  @ApiOkResponse({ type: ImportRunDto })
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ImportRunDto> {
    return this.read(actor, id);
  }

  /** By village: what the list would do there, and whether its prefix is known. */
  @Get(':id/parts')
  @Allow('assessment.import', { sessionCheckedInside: true })
  @ApiOkResponse({ type: AssessmentPartListDto })
  parts(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: PageQuery): Promise<AssessmentPartListDto> {
    return listAssessmentParts(this.database, actor, id, query);
  }

  /** Says which village each prefix is, once for ever; the parts are then compared with its bills. */
  @Post(':id/prefixes')
  @HttpCode(202)
  @Allow('assessment.import')
  @ApiAcceptedResponse({ type: ImportRunDto })
  @ApiConflictResponse({ description: 'PREFIX_TAKEN, IMPORT_STATE' })
  async confirm(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { prefixes }: PrefixConfirmationDto): Promise<ImportRunDto> {
    await this.confirmPrefixes.run(actor, id, prefixes);
    return this.read(actor, id);
  }

  /** In the order of the file. */
  @Get(':id/issues')
  @Allow('assessment.import', { sessionCheckedInside: true })
  @ApiOkResponse({ type: ImportIssueListDto })
  issues(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: ImportIssueQuery): Promise<ImportIssueListDto> {
    return listImportIssues(this.database, actor, ASSESSMENT_IMPORT, id, query, words);
  }

  @Get(':id/issue-groups')
  @Allow('assessment.import', { sessionCheckedInside: true })
  @ApiOkResponse({ type: IssueGroupListDto })
  groups(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<IssueGroupListDto> {
    return importIssueGroups(this.database, actor, ASSESSMENT_IMPORT, id, words);
  }

  /** The rows that need work with what is wrong and what to do; corrected, it can be uploaded as it is. */
  @Get(':id/errors.xlsx')
  @Allow('assessment.import', { sessionCheckedInside: true })
  @ApiProduces(WORKBOOK)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async errors(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { sha256, fileName } = await errorWorkbookOf(this.database, actor, ASSESSMENT_IMPORT, id);
    await auditRead(this.database, actor, { action: 'assessment-import.errors-downloaded', subjectType: ASSESSMENT_IMPORT_SUBJECT, subjectId: id, detail: { fileSha256: sha256 } });
    return new StreamableFile(this.store.get(sha256), { type: WORKBOOK, disposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}` });
  }

  @Post(':id/application')
  @HttpCode(202)
  @Allow('assessment.import')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiAcceptedResponse({ type: ImportRunDto })
  @ApiConflictResponse({ description: 'IMPORT_HAS_ERRORS, PREFIX_UNCONFIRMED, IMPORT_STATE, IMPORT_BUSY' })
  async apply(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @IdempotencyKey() key: string, @Body() body: AssessmentApplicationDto): Promise<ImportRunDto> {
    await this.applyImport.run(actor, id, key, body);
    return this.read(actor, id);
  }

  @Post(':id/reversal')
  @HttpCode(202)
  @Allow('assessment.import')
  @ApiAcceptedResponse({ type: ImportRunDto })
  @ApiConflictResponse({ description: 'IMPORT_STATE, IMPORT_BUSY' })
  async reverse(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { reason }: AssessmentReversalDto): Promise<ImportRunDto> {
    await this.reverseImport.run(actor, id, reason);
    return this.read(actor, id);
  }

  /** Gives up a checked list. Work that runs is cancelled by DELETE /tasks/:id. */
  @Post(':id/cancellation')
  @HttpCode(200)
  @Allow('assessment.import')
  @ApiOkResponse({ type: ImportRunDto })
  @ApiConflictResponse({ description: 'IMPORT_STATE' })
  async cancel(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ImportRunDto> {
    await this.cancelImport.run(actor, id);
    return this.read(actor, id);
  }

  private read(actor: Actor, id: string): Promise<ImportRunDto> {
    return importRunById(this.database, actor, ASSESSMENT_IMPORT, id);
  }
}
