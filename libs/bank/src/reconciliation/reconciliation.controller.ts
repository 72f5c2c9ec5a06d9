import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, Clock, CurrentActor, Database, invalidFields } from '#platform';
import { isPlainDate } from '#values';
import { ReconciliationDayDto, ReconciliationStandingDto } from './reconciliation.dto.js';
import { reconciliationDay, reconciliationStanding } from './reconciliation.queries.js';

/** What the bank says against what the books say. */
@ApiTags('reconciliation')
@Controller('reconciliation')
export class ReconciliationController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Suspense by age, both clearings and their drift. */
  @Get('standing')
  @Allow('bank.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: ReconciliationStandingDto })
  standing(@CurrentActor() actor: Actor): Promise<ReconciliationStandingDto> {
    return reconciliationStanding(this.database, this.clock, actor);
  }

  @Get('days/:date')
  @Allow('bank.read', { sessionCheckedInside: true })
  @ApiParam({ name: 'date', example: '2026-11-24' })
  @ApiOkResponse({ type: ReconciliationDayDto })
  async day(@CurrentActor() actor: Actor, @Param('date') date: string): Promise<ReconciliationDayDto> {
    if (!isPlainDate(date)) throw invalidFields([{ field: 'date', code: 'DATE_UNREADABLE', message: 'Tulis tanggal sebagai tahun-bulan-hari.' }]);
    return reconciliationDay(this.database, actor, date);
  }
}
