import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import type { Logger } from 'pino';
import { AuditHttpModule } from '#audit';
import { IdentityHttpModule, IdentityModule } from '#identity';
import { ImportsHttpModule } from '#imports';
import { LedgerHttpModule } from '#ledger';
import { LettersHttpModule } from '#letters';
import { BankHttpModule } from '#bank';
import { PbbHttpModule } from '#pbb';
import { AccessGuard, type Env, PlatformHttpModule, PlatformModule } from '#platform';
import { ReportsHttpModule } from '#reports';
import { ResidentsHttpModule } from '#residents';
import { TalliesModule } from '#tallies';
import { VillagesHttpModule } from '#villages';

/** The front door: the rooms, and one guard in front of all of them. */
@Module({})
export class ApiModule {
  static with(env: Env, logger: Logger): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forApp('api', env, logger),
        DiscoveryModule,
        PlatformHttpModule,
        AuditHttpModule,
        TalliesModule,
        VillagesHttpModule,
        IdentityModule,
        IdentityHttpModule,
        ImportsHttpModule,
        ResidentsHttpModule,
        LettersHttpModule,
        LedgerHttpModule,
        PbbHttpModule,
        BankHttpModule,
        ReportsHttpModule,
      ],
      providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
    };
  }
}
