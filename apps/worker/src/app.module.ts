import { type DynamicModule, Inject, Module, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { AuditModule } from '#audit';
import { BankModule } from '#bank';
import { DocumentsModule } from '#documents';
import { LettersModule } from '#letters';
import { PbbModule } from '#pbb';
import { type Env, HealthController, JobHost, PlatformModule } from '#platform';
import { ResidentsModule } from '#residents';
import { TalliesModule } from '#tallies';
import { Schedule } from './schedule.js';

/** The rooms whose jobs this process runs, and the schedule. */
@Module({})
export class WorkerModule implements OnModuleDestroy {
  static with(env: Env, logger: Logger): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.forApp('worker', env, logger), AuditModule, TalliesModule, DocumentsModule, LettersModule, ResidentsModule, PbbModule, BankModule],
      controllers: [HealthController],
      providers: [Schedule],
    };
  }

  constructor(@Inject(JobHost) private readonly jobs: JobHost) {}

  /** Before any pool closes: running jobs finish or go back to the queue. */
  async onModuleDestroy(): Promise<void> {
    await this.jobs.stop();
  }
}
