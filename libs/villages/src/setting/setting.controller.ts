import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, Clock, CurrentActor, Database, notFound } from '#platform';
import { SetSetting } from './set-setting.js';
import { SettingDto, SettingInputDto, SettingListDto } from './setting.dto.js';
import { listSettings } from './setting.queries.js';

@ApiTags('villages')
@Controller('settings')
export class SettingController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SetSetting) private readonly setSetting: SetSetting,
  ) {}

  /** As they hold today: the village's own, else the regency's default, else the shipped one. */
  @Get()
  @Allow('setting.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: SettingListDto })
  async list(@CurrentActor() actor: Actor): Promise<SettingListDto> {
    return { items: await listSettings(this.database, actor, this.clock.today()), next: null };
  }

  /** Decides one from a day on; in the regency's office as the default of every village. */
  @Put(':key')
  @Allow('setting.manage')
  @ApiOkResponse({ type: SettingDto })
  async set(@CurrentActor() actor: Actor, @Param('key') key: string, @Body() body: SettingInputDto): Promise<SettingDto> {
    await this.setSetting.run(actor, key, body);
    const held = (await listSettings(this.database, actor, this.clock.today())).find((setting) => setting.key === key);
    if (!held) throw notFound();
    return held;
  }
}
