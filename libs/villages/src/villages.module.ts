import { Module } from '@nestjs/common';
import { AddArea } from './area/add-area.js';
import { AreaController } from './area/area.controller.js';
import { RemoveArea } from './area/remove-area.js';
import { RenameArea } from './area/rename-area.js';
import { HolidayController } from './holiday/holiday.controller.js';
import { RemoveHoliday } from './holiday/remove-holiday.js';
import { SetHoliday } from './holiday/set-holiday.js';
import { AppointOfficial } from './official/appoint-official.js';
import { ChangeOfficial } from './official/change-official.js';
import { OfficialController } from './official/official.controller.js';
import { ProfileController } from './profile/profile.controller.js';
import { SetLogo } from './profile/set-logo.js';
import { UpdateVillageProfile } from './profile/update-profile.js';
import { RegionController } from './region/region.controller.js';
import { SetSetting } from './setting/set-setting.js';
import { SettingController } from './setting/setting.controller.js';

const verbs = [UpdateVillageProfile, SetLogo, AddArea, RenameArea, RemoveArea, AppointOfficial, ChangeOfficial, SetSetting, SetHoliday, RemoveHoliday];

/** What a village is and how it works: profile, areas, officials, settings; the regency's calendar. */
@Module({ providers: verbs, exports: verbs })
export class VillagesModule {}

@Module({ imports: [VillagesModule], controllers: [RegionController, ProfileController, AreaController, OfficialController, SettingController, HolidayController] })
export class VillagesHttpModule {}
