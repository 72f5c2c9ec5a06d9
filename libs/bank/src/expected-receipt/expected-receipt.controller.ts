import { Controller, Get, Header, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, Clock, CurrentActor, Database, WORKBOOK_TYPE } from '#platform';
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
  @Header('cache-control', 'no-store')
  @Allow('bank.read')
  @ApiProduces(WORKBOOK_TYPE)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@CurrentActor() actor: Actor, @Query() query: ExpectedReceiptQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.exportReceipts.run(actor, query), { type: WORKBOOK_TYPE, disposition: 'attachment; filename="setoran-diharapkan.xlsx"' });
  }
}
