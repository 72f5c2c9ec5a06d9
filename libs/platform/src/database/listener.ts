import pg from 'pg';
import { Subject } from 'rxjs';

/**
 * One LISTEN connection of a process: task changes (`unit:task`) and the movable clock. Reconnects by
 * itself; what was missed meanwhile is covered by subscribers reading the present state first.
 */
export class Listener {
  readonly tasks = new Subject<{ unitId: number; taskId: string }>();
  readonly clock = new Subject<number>();
  private client: pg.Client | null = null;
  private closed = false;

  constructor(private readonly databaseUrl: string) {}

  async start(): Promise<void> {
    if (this.closed) return;
    const client = new pg.Client({ connectionString: this.databaseUrl, application_name: 'pamong-listener' });
    client.on('error', () => undefined);
    client.on('end', () => {
      if (!this.closed) setTimeout(() => void this.start().catch(() => undefined), 1_000).unref();
    });
    client.on('notification', (message) => this.pass(message));
    try {
      await client.connect();
      await client.query('listen task; listen clock');
      const { rows } = await client.query<{ milliseconds: string }>('select milliseconds from clock_offset');
      this.clock.next(Number(rows[0]?.milliseconds ?? 0));
      this.client = client;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    this.tasks.complete();
    await this.client?.end().catch(() => undefined);
  }

  private pass(message: pg.Notification): void {
    if (message.channel === 'clock') {
      this.clock.next(Number(message.payload));
      return;
    }
    const [unit, taskId] = (message.payload ?? '').split(':');
    if (taskId) this.tasks.next({ unitId: Number(unit), taskId });
  }
}
