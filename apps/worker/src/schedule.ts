import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { SealAudit } from '#audit';
import { ExpireStatements } from '#bank';
import { SweepFiles } from '#documents';
import { Clock, Database, jobActor, LOGGER, OutboxRelay } from '#platform';
import { ExpireAssessmentImports } from '#pbb';
import { ExpireResidentImports } from '#residents';
import { FoldTallies } from '#tallies';
import { addDays, startOfDayInJakarta } from '#values';

const second = 1_000;
const hour = 3_600 * second;

/** What runs by itself, each never beside itself. Several workers may run it: the work takes its own locks. */
@Injectable()
export class Schedule implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private stopped = false;

  constructor(
    @Inject(OutboxRelay) private readonly relay: OutboxRelay,
    @Inject(SealAudit) private readonly sealAudit: SealAudit,
    @Inject(FoldTallies) private readonly foldTallies: FoldTallies,
    @Inject(SweepFiles) private readonly sweepFiles: SweepFiles,
    @Inject(ExpireResidentImports) private readonly expireResidentImports: ExpireResidentImports,
    @Inject(ExpireStatements) private readonly expireStatements: ExpireStatements,
    @Inject(ExpireAssessmentImports) private readonly expireAssessmentImports: ExpireAssessmentImports,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.every(2 * second, 'sweep-outbox', () => this.relay.sweep(this.clock.now()));
    this.every(second, 'fold-tallies', () => this.foldTallies.run());
    this.every(5 * second, 'seal-audit', () => this.sealAudit.run());
    this.nightly('clear-outbox', () => this.clearOutbox());
    this.nightly('expire-resident-imports', () => this.expireResidentImports.run());
    this.nightly('expire-bank-statements', () => this.expireStatements.run());
    this.nightly('expire-assessment-imports', () => this.expireAssessmentImports.run());
    this.nightly('sweep-files', () => this.sweepFiles.run());
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
    await Promise.allSettled(this.running);
  }

  private every(ms: number, name: string, work: () => Promise<unknown>): void {
    this.repeat(() => ms, name, work);
  }

  /** At two in the morning, Western Indonesian Time. */
  private nightly(name: string, work: () => Promise<unknown>): void {
    this.repeat(
      () => {
        const night = startOfDayInJakarta(addDays(this.clock.today(), 1)).getTime() + 2 * hour;
        return (night - this.clock.now().getTime()) % (24 * hour) || 24 * hour;
      },
      name,
      work,
    );
  }

  private repeat(wait: () => number, name: string, work: () => Promise<unknown>): void {
    const next = (): void => {
      if (this.stopped) return;
      const timer = setTimeout(() => {
        this.timers.delete(timer);
        const run = work()
          .then(() => undefined)
          .catch((error: unknown) => this.logger.error({ schedule: name, code: (error as { code?: unknown }).code, type: (error as Error).name }, 'scheduled work failed'));
        this.running.add(run);
        void run.finally(() => {
          this.running.delete(run);
          next();
        });
      }, wait());
      this.timers.add(timer);
    };
    next();
  }

  /** Done jobs are kept a week for whoever asks what happened. */
  private async clearOutbox(): Promise<void> {
    await this.database.inScope('relay', jobActor(0, 'clear-outbox'), (tx) => tx.query(`delete from outbox where done_at < $1::timestamptz - interval '7 days'`, [tx.now]));
  }
}
