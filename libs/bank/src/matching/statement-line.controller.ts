import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, AnswersWorkbook, Clock, CurrentActor, Database, workbookAnswer } from '#platform';
import { ExportStatementLines } from './export-statement-lines.js';
import { MatchByHand } from './match-by-hand.js';
import { CandidateListDto, LineQuery, MatchDto, StatementLineDetailDto, StatementLineListDto, UndoDto } from './statement-line.dto.js';
import { candidatesFor, listStatementLines, statementLineById } from './statement-line.queries.js';
import { UndoClaim } from './undo-claim.js';

/** Lines of bank statements, and what they are. */
@ApiTags('statement-lines')
@Controller('statement-lines')
export class StatementLineController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(MatchByHand) private readonly matchByHand: MatchByHand,
    @Inject(UndoClaim) private readonly undoClaim: UndoClaim,
    @Inject(ExportStatementLines) private readonly exportLines: ExportStatementLines,
  ) {}

  /** Oldest first. */
  @Get()
  @Allow('bank.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: StatementLineListDto })
  list(@CurrentActor() actor: Actor, @Query() query: LineQuery): Promise<StatementLineListDto> {
    return listStatementLines(this.database, this.clock, actor, query);
  }

  /** The whole list with the same filters. Audited with how many it held. */
  @Get('export.xlsx')
  @Allow('bank.read')
  @AnswersWorkbook()
  async export(@CurrentActor() actor: Actor, @Query() query: LineQuery): Promise<StreamableFile> {
    return workbookAnswer('mutasi-bank', await this.exportLines.run(actor, query));
  }

  @Get(':id')
  @Allow('bank.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: StatementLineDetailDto })
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StatementLineDetailDto> {
    return statementLineById(this.database, this.clock, actor, id);
  }

  /** Deposits that wait and may be this line. */
  @Get(':id/candidates')
  @Allow('bank.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: CandidateListDto })
  candidates(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CandidateListDto> {
    return candidatesFor(this.database, this.clock, actor, id);
  }

  /** This line, with others or not, is these deposits: sums must be equal. */
  @Post(':id/match')
  @HttpCode(200)
  @Allow('bank.reconcile')
  @ApiOkResponse({ type: StatementLineDetailDto })
  @ApiConflictResponse({ description: 'LINE_CLAIMED, DEPOSIT_CLAIMED, AMOUNT_MISMATCH' })
  async match(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: MatchDto): Promise<StatementLineDetailDto> {
    await this.matchByHand.run(actor, id, body);
    return statementLineById(this.database, this.clock, actor, id);
  }

  /** The whole claim this line is part of. */
  @Post(':id/undo')
  @HttpCode(200)
  @Allow('bank.reconcile')
  @ApiOkResponse({ type: StatementLineDetailDto })
  @ApiConflictResponse({ description: 'LINE_NOT_CLAIMED' })
  async undo(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { reason }: UndoDto): Promise<StatementLineDetailDto> {
    await this.undoClaim.run(actor, id, reason);
    return statementLineById(this.database, this.clock, actor, id);
  }
}
