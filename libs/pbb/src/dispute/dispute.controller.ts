import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, AnswersWorkbook, CurrentActor, Database, workbookAnswer } from '#platform';
import { AnswerDispute } from './answer-dispute.js';
import { DisputeAnswerDto, DisputeDetailDto, DisputeListDto, DisputeQuery } from './dispute.dto.js';
import { disputeById, listDisputes } from './dispute.queries.js';
import { ExportDisputes } from './export-disputes.js';

/** What villagers say they paid and do not find: for the tax office and the districts, never for a village. */
@ApiTags('payment-disputes')
@Controller('payment-disputes')
export class DisputeController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AnswerDispute) private readonly answerDispute: AnswerDispute,
    @Inject(ExportDisputes) private readonly exportDisputes: ExportDisputes,
  ) {}

  /** Newest first; a district head's are those of his district. */
  @Get()
  @Allow('dispute.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: DisputeListDto })
  list(@CurrentActor() actor: Actor, @Query() query: DisputeQuery): Promise<DisputeListDto> {
    return listDisputes(this.database, actor, query);
  }

  /** What the list shows with the same filter; limit and after are not read. */
  @Get('export.xlsx')
  @Allow('dispute.read')
  @AnswersWorkbook()
  async export(@CurrentActor() actor: Actor, @Query() query: DisputeQuery): Promise<StreamableFile> {
    return workbookAnswer('laporan-pembayaran-pbb', await this.exportDisputes.run(actor, query));
  }

  @Get(':id')
  @Allow('dispute.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: DisputeDetailDto })
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DisputeDetailDto> {
    return disputeById(this.database, actor, id);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Allow('dispute.answer')
  @ApiOkResponse({ type: DisputeDetailDto })
  @ApiConflictResponse({ description: 'DISPUTE_ANSWERED' })
  async answer(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { note }: DisputeAnswerDto): Promise<DisputeDetailDto> {
    await this.answerDispute.run(actor, id, note.trim());
    return disputeById(this.database, actor, id);
  }
}
