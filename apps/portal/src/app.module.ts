import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { Logger } from 'pino';
import { DocumentsModule } from '#documents';
import { type Env, HealthController, PlatformModule } from '#platform';
import { HomeController } from './home/home.controller.js';
import { Pages } from './page/pages.js';
import { RegencyName } from './page/regency-name.js';
import { AddressLimitGuard } from './refusal/address-limit.guard.js';
import { VerificationController } from './verification/verification.controller.js';

/** What villagers see without signing in. As the role pamong_portal it reads published tokens and writes nothing. */
@Module({})
export class PortalModule {
  static with(env: Env, logger: Logger): DynamicModule {
    return {
      module: PortalModule,
      imports: [PlatformModule.forApp('portal', env, logger), DocumentsModule],
      controllers: [HomeController, VerificationController, HealthController],
      providers: [Pages, RegencyName, { provide: APP_GUARD, useClass: AddressLimitGuard }],
    };
  }
}
