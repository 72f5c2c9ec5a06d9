import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConflictResponse, ApiConsumes, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ImportIssueListDto, importIssueGroups, ImportIssueQuery, ImportRunListDto, IssueGroupListDto, type IssueWords, listImportIssues, listImportRuns, receiveFile } from '#imports';
import { type Actor, Allow, Clock, CurrentActor, Database, IdempotencyKey, ObjectStore, PageQuery } from '#platform';
import { LineQuery, StatementLineListDto } from '../matching/statement-line.dto.js';
import { listStatementLines } from '../matching/statement-line.queries.js';
import { ApplyStatement } from './apply-statement.js';
import { CancelStatement } from './cancel-statement.js';
import { columnLabel } from './reading/statement-columns.js';
import { STATEMENT_ISSUES } from './reading/statement-issues.js';
import { ReverseStatement } from './reverse-statement.js';
import { StartStatement } from './start-statement.js';
import { STATEMENT_IMPORT } from './statement-import.js';
import { StatementReversalDto, StatementRunDto, StatementUploadDto } from './statement.dto.js';
import { statementById } from './statement.queries.js';

const words: IssueWords = { issueLabel: (code) => STATEMENT_ISSUES.label(code), fieldLabel: columnLabel };

/** Statements of the regency's bank accounts. */
@ApiTags('bank-statements')
@Controller('bank-statements')
export class StatementController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ObjectStore) private readonly store: ObjectStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(StartStatement) private readonly startStatement: StartStatement,
    @Inject(ApplyStatement) private readonly applyStatement: ApplyStatement,
    @Inject(ReverseStatement) private readonly reverseStatement: ReverseStatement,
    @Inject(CancelStatement) private readonly cancelStatement: CancelStatement,
  ) {}

  /** A .csv, .xlsx or camt.053 of at most 200 MB; the worker weighs it, nothing is booked yet. */
  @Post()
  @HttpCode(202)
  @Allow('bank.reconcile')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: StatementUploadDto })
  @ApiAcceptedResponse({ type: StatementRunDto })
  async upload(@CurrentActor() actor: Actor, @IdempotencyKey() key: string, @Req() request: FastifyRequest): Promise<StatementRunDto> {
    return statementById(this.database, actor, await this.startStatement.run(actor, key, await receiveFile(request, this.store)));
  }

  /** Newest first. */
  @Get()
  @Allow('bank.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: ImportRunListDto })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<ImportRunListDto> {
    return listImportRuns(this.database, actor, STATEMENT_IMPORT, query);
  }

  @Get(':id')
  @Allow('bank.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: StatementRunDto })
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StatementRunDto> {
    return statementById(this.database, actor, id);
  }

  /** In the order of the file. */
  @Get(':id/issues')
  @Allow('bank.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: ImportIssueListDto })
  issues(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: ImportIssueQuery): Promise<ImportIssueListDto> {
    return listImportIssues(this.database, actor, STATEMENT_IMPORT, id, query, words);
  }

  @Get(':id/issue-groups')
  @Allow('bank.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: IssueGroupListDto })
  groups(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<IssueGroupListDto> {
    return importIssueGroups(this.database, actor, STATEMENT_IMPORT, id, words);
  }

  /** Its lines, oldest first. */
  @Get(':id/lines')
  @Allow('bank.read')
  @ApiOkResponse({ type: StatementLineListDto })
  async lines(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: LineQuery): Promise<StatementLineListDto> {
    await statementById(this.database, actor, id);
    return listStatementLines(this.database, this.clock, actor, { ...query, statement: id });
  }

  /** Books all of it, and has it matched. */
  @Post(':id/application')
  @HttpCode(202)
  @Allow('bank.reconcile')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiAcceptedResponse({ type: StatementRunDto })
  @ApiConflictResponse({ description: 'IMPORT_HAS_ERRORS, IMPORT_STATE, IMPORT_BUSY' })
  async apply(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @IdempotencyKey() key: string): Promise<StatementRunDto> {
    await this.applyStatement.run(actor, id, key);
    return statementById(this.database, actor, id);
  }

  /** Until a line of it is claimed, and only the last one of its account. */
  @Post(':id/reversal')
  @HttpCode(202)
  @Allow('bank.reconcile')
  @ApiAcceptedResponse({ type: StatementRunDto })
  @ApiConflictResponse({ description: 'STATEMENT_IN_USE, STATEMENT_NOT_LAST, IMPORT_STATE, IMPORT_BUSY' })
  async reverse(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { reason }: StatementReversalDto): Promise<StatementRunDto> {
    await this.reverseStatement.run(actor, id, reason);
    return statementById(this.database, actor, id);
  }

  /** Gives up a checked statement. Work that runs is cancelled by DELETE /tasks/:id. */
  @Post(':id/cancellation')
  @HttpCode(200)
  @Allow('bank.reconcile')
  @ApiOkResponse({ type: StatementRunDto })
  @ApiConflictResponse({ description: 'IMPORT_STATE' })
  async cancel(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StatementRunDto> {
    await this.cancelStatement.run(actor, id);
    return statementById(this.database, actor, id);
  }
}
