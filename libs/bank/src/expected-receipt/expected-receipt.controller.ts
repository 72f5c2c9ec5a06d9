import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, Clock, CurrentActor, Database } from '#platform';
import { ExpectedReceiptListDto, ExpectedReceiptQuery } from './expected-receipt.dto.js';
import { listExpectedReceipts } from './expected-receipt.queries.js';

/** Deposits the villages have confirmed, and whether the bank shows them. */
@ApiTags('expected-receipts')
@Controller('expected-receipts')
export class ExpectedReceiptController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Oldest first. */
  @Get()
  @Allow('bank.read', { sessionCheckedByRead: true })
  @ApiOkResponse({ type: ExpectedReceiptListDto })
  list(@CurrentActor() actor: Actor, @Query() query: ExpectedReceiptQuery): Promise<ExpectedReceiptListDto> {
    return listExpectedReceipts(this.database, this.clock, actor, query);
  }
}
