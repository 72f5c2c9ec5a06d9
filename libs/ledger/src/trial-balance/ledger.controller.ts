import { Controller, Get, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, AnswersWorkbook, CurrentActor, Database, workbookAnswer } from '#platform';
import { JournalListDto, JournalQuery } from '../journal/journal.dto.js';
import { listJournals } from '../journal/journal.queries.js';
import { ExportTrialBalance } from './export-trial-balance.js';
import { TrialBalanceDto, TrialBalanceQuery } from './trial-balance.dto.js';
import { trialBalance } from './trial-balance.queries.js';

@ApiTags('ledger')
@Controller('ledger')
export class LedgerController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ExportTrialBalance) private readonly exportTrialBalance: ExportTrialBalance,
  ) {}

  /** Of the actor's own book: the village's, or the regency office's. */
  @Get('trial-balance')
  @Allow('ledger.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: TrialBalanceDto })
  balance(@CurrentActor() actor: Actor, @Query() query: TrialBalanceQuery): Promise<TrialBalanceDto> {
    return trialBalance(this.database, actor, query);
  }

  /** The same, with the sums at its foot. Audited. */
  @Get('trial-balance/export.xlsx')
  @Allow('ledger.read')
  @AnswersWorkbook()
  async export(@CurrentActor() actor: Actor, @Query() query: TrialBalanceQuery): Promise<StreamableFile> {
    return workbookAnswer('neraca-pbb', await this.exportTrialBalance.run(actor, query));
  }

  /** Newest first, with their transfers. */
  @Get('journals')
  @Allow('ledger.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: JournalListDto })
  journals(@CurrentActor() actor: Actor, @Query() query: JournalQuery): Promise<JournalListDto> {
    return listJournals(this.database, actor, query);
  }
}
