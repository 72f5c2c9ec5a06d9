import { Controller, Get, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, AnswersWorkbook, Clock, CurrentActor, Database, workbookAnswer } from '#platform';
import { ExpectedReceiptListDto, ExpectedReceiptQuery } from './expected-receipt.dto.js';
import { ExportExpectedReceipts } from './export-expected-receipts.js';
import { listExpectedReceipts } from './expected-receipt.queries.js';

/** Deposits the villages have confirmed, and whether the bank shows them. */
@ApiTags('expected-receipts')
@Controller('expected-receipts')
export class ExpectedReceiptController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ExportExpectedReceipts) private readonly exportReceipts: ExportExpectedReceipts,
  ) {}

  /** Oldest first. */
  @Get()
  @Allow('bank.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: ExpectedReceiptListDto })
  list(@CurrentActor() actor: Actor, @Query() query: ExpectedReceiptQuery): Promise<ExpectedReceiptListDto> {
    return listExpectedReceipts(this.database, this.clock, actor, query);
  }

  /** The whole list with the same filters. Audited with how many it held. */
  @Get('export.xlsx')
  @Allow('bank.read')
  @AnswersWorkbook()
  async export(@CurrentActor() actor: Actor, @Query() query: ExpectedReceiptQuery): Promise<StreamableFile> {
    return workbookAnswer('setoran-diharapkan', await this.exportReceipts.run(actor, query));
  }
}
