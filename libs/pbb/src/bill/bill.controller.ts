import { Controller, Get, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, Clock, CurrentActor, Database } from '#platform';
import { BillDetailDto, BillListDto, BillQuery } from './bill.dto.js';
import { billById, listBills } from './bill.queries.js';

/** What the village's taxpayers owe, with the penalty as of today. */
@ApiTags('bills')
@Controller('bills')
export class BillController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Living bills by NOP, newest year first. */
  @Get()
  @Allow('bill.read', { sessionCheckedByRead: true })
  @ApiOkResponse({ type: BillListDto })
  list(@CurrentActor() actor: Actor, @Query() query: BillQuery): Promise<BillListDto> {
    return listBills(this.database, this.clock, actor, query);
  }

  @Get(':id')
  @Allow('bill.read', { sessionCheckedByRead: true })
  @ApiOkResponse({ type: BillDetailDto })
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<BillDetailDto> {
    return billById(this.database, this.clock, actor, id);
  }
}
