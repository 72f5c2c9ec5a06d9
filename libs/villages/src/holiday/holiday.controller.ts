import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, Clock, CurrentActor, Database } from '#platform';
import { HolidayDto, HolidayListDto, HolidayNameDto, HolidayQuery } from './holiday.dto.js';
import { listHolidays } from './holiday.queries.js';
import { RemoveHoliday } from './remove-holiday.js';
import { SetHoliday } from './set-holiday.js';

/** The regency's calendar; its office writes, everyone reads. */
@ApiTags('villages')
@Controller('holidays')
export class HolidayController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SetHoliday) private readonly setHoliday: SetHoliday,
    @Inject(RemoveHoliday) private readonly removeHoliday: RemoveHoliday,
  ) {}

  @Get()
  @Allow([], { sessionCheckedInside: true })
  @ApiOkResponse({ type: HolidayListDto })
  async list(@CurrentActor() actor: Actor, @Query() query: HolidayQuery): Promise<HolidayListDto> {
    return { items: await listHolidays(this.database, actor, query.year ?? this.clock.today().slice(0, 4)), next: null };
  }

  /** Only in the regency's office (403 REGENCY_OFFICE_ONLY). */
  @Put(':day')
  @Allow('setting.manage')
  @ApiOkResponse({ type: HolidayDto })
  set(@CurrentActor() actor: Actor, @Param('day') day: string, @Body() body: HolidayNameDto): Promise<HolidayDto> {
    return this.setHoliday.run(actor, day, body.name);
  }

  @Delete(':day')
  @HttpCode(204)
  @Allow('setting.manage')
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @Param('day') day: string): Promise<void> {
    return this.removeHoliday.run(actor, day);
  }
}
