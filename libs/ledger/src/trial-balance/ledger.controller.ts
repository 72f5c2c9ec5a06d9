import { Controller, Get, Header, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, Database, WORKBOOK_TYPE } from '#platform';
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
  @Header('cache-control', 'no-store')
  @Allow('ledger.read')
  @ApiProduces(WORKBOOK_TYPE)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@CurrentActor() actor: Actor, @Query() query: TrialBalanceQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.exportTrialBalance.run(actor, query), { type: WORKBOOK_TYPE, disposition: 'attachment; filename="neraca-pbb.xlsx"' });
  }

  /** Newest first, with their transfers. */
  @Get('journals')
  @Allow('ledger.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: JournalListDto })
  journals(@CurrentActor() actor: Actor, @Query() query: JournalQuery): Promise<JournalListDto> {
    return listJournals(this.database, actor, query);
  }
}
