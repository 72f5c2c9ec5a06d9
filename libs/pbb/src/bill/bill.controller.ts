import { Controller, Get, Inject, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, AnswersWorkbook, Clock, CurrentActor, Database, workbookAnswer } from '#platform';
import { BillDetailDto, BillListDto, BillQuery, UnpaidHamletListDto, UnpaidQuery } from './bill.dto.js';
import { billById, listBills } from './bill.queries.js';
import { ExportBills } from './export-bills.js';
import { unpaidByHamlet } from './unpaid-by-hamlet.js';

/** What the village's taxpayers owe, with the penalty as of today. */
@ApiTags('bills')
@Controller('bills')
export class BillController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ExportBills) private readonly exportBills: ExportBills,
  ) {}

  /** Living bills by NOP, newest year first. */
  @Get()
  @Allow('bill.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: BillListDto })
  list(@CurrentActor() actor: Actor, @Query() query: BillQuery): Promise<BillListDto> {
    return listBills(this.database, this.clock, actor, query);
  }

  /** What each hamlet still owes. */
  @Get('unpaid-by-hamlet')
  @Allow('bill.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: UnpaidHamletListDto })
  unpaid(@CurrentActor() actor: Actor, @Query() query: UnpaidQuery): Promise<UnpaidHamletListDto> {
    return unpaidByHamlet(this.database, actor, query);
  }

  /** The whole list with the same filters, penalties as of today. Audited with how many it held. */
  @Get('export.xlsx')
  @Allow('bill.read')
  @AnswersWorkbook()
  async export(@CurrentActor() actor: Actor, @Query() query: BillQuery): Promise<StreamableFile> {
    return workbookAnswer('tagihan-pbb', await this.exportBills.run(actor, query));
  }

  @Get(':id')
  @Allow('bill.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: BillDetailDto })
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<BillDetailDto> {
    return billById(this.database, this.clock, actor, id);
  }
}
