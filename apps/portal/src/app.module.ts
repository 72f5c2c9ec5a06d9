import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { Logger } from 'pino';
import { DocumentsModule } from '#documents';
import { PublicBillModule } from '#pbb';
import { type Env, HealthController, PlatformModule } from '#platform';
import { HomeController } from './home/home.controller.js';
import { Pages } from './page/pages.js';
import { RegencyName } from './page/regency-name.js';
import { BillController } from './pbb/bill.controller.js';
import { CheckController } from './pbb/check.controller.js';
import { PbbLimits } from './pbb/pbb-limits.js';
import { AddressLimitGuard } from './refusal/address-limit.guard.js';
import { Limiters } from './refusal/limiters.js';
import { VerificationController } from './verification/verification.controller.js';

/** What villagers see without signing in. As the role pamong_portal it reads published tokens and the public columns of land tax, and writes reports of payments alone. */
@Module({})
export class PortalModule {
  static with(env: Env, logger: Logger): DynamicModule {
    return {
      module: PortalModule,
      imports: [PlatformModule.forApp('portal', env, logger), DocumentsModule, PublicBillModule],
      controllers: [HomeController, VerificationController, CheckController, BillController, HealthController],
      providers: [Pages, RegencyName, Limiters, PbbLimits, { provide: APP_GUARD, useClass: AddressLimitGuard }],
    };
  }
}
