import type { Writable } from 'node:stream';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Actor } from '../actor/actor.js';
import type { Clock } from '../clock/clock.js';
import { Tx } from './tx.js';
import { sessionRefusal } from './session-refusal.js';

/** One named, parameterised statement. The name is the prepared statement's: one text per name. */
export interface ReadStatement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** What leaves after commit: set by the outbox, so that the database knows no queue. */
export type AfterCommit = (actor: Actor, outboxIds: string[]) => void;

/**
 * The only door to Postgres. `inVillage` opens a writing transaction in the actor's village,
 * `readVillage` a read with one wait for everything; all check the session in the same round trip.
 */
export class Database {
  afterCommit: AfterCommit = () => undefined;

  constructor(
    private readonly source: DataSource,
    private readonly readPool: pg.Pool,
    private readonly clock: Clock,
  ) {}

  /** Runs `work` in one transaction that sees only the actor's village. Effects leave after commit. */
  async inVillage<T>(actor: Actor, work: (tx: Tx) => Promise<T>, options: { relaxedDurability?: boolean } = {}): Promise<T> {
    const relaxed = options.relaxedDurability ? 'SET LOCAL synchronous_commit = off; ' : '';
    const { result, tx } = await this.transaction(actor, `${villageOpening(actor)}${relaxed}`, work);
    if (tx.outboxIds.length > 0) this.afterCommit(actor, tx.outboxIds);
    return result;
  }

  /** Runs `work` under a scope instead of a village: sign-in (`identity`), sweeping and folding (`relay`). */
  async inScope<T>(scope: 'identity' | 'relay', actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return (await this.transaction(actor, `SET LOCAL app.scope = '${scope}'; `, work)).result;
  }

  /**
   * Reads in the actor's village: BEGIN, SET LOCAL and the session check, every statement, and COMMIT
   * are sent at once and waited for once. Nothing may be decided between them; for that use `inVillage`.
   * @returns the rows of each statement, in order
   */
  async readVillage<Row>(actor: Actor, statement: ReadStatement): Promise<Row[]> {
    const [rows] = await this.readVillageAll<[Row]>(actor, [statement]);
    return rows;
  }

  readVillageAll<Rows extends unknown[]>(actor: Actor, statements: ReadStatement[]): Promise<{ [K in keyof Rows]: Rows[K][] }> {
    return this.pipelined(`BEGIN READ ONLY; ${villageOpening(actor)}`, statements);
  }

  /**
   * A read that must leave a trace: both in one transaction and still with one wait, so that either there is an answer
   * and its trace, or neither. The trace may be lost in a crash of the machine within some milliseconds; in return
   * nobody waits for a disk.
   * @param trace the statement that writes it, given the time
   */
  async readVillageTraced<Row>(actor: Actor, statement: ReadStatement, trace: (now: Date) => ReadStatement): Promise<Row[]> {
    const [rows] = await this.pipelined<[Row, never]>(`BEGIN; SET LOCAL synchronous_commit = off; ${villageOpening(actor)}`, [statement, trace(this.clock.now())]);
    return rows;
  }

  /** `COPY <target> FROM STDIN` on the transaction's own connection; tables without RLS (staging) only. */
  async copyInto(tx: Tx, target: string): Promise<Writable> {
    const client = (await tx.runner.connect()) as pg.PoolClient;
    return client.query(copyFrom(`COPY ${target} FROM STDIN`));
  }

  /** Cheap question for readiness checks. */
  async ping(): Promise<void> {
    await this.readPool.query('select 1');
  }

  /** Everything is sent at once. When a statement fails those behind it fail too, and COMMIT rolls back. */
  private async pipelined<Rows extends unknown[]>(opening: string, statements: ReadStatement[]): Promise<{ [K in keyof Rows]: Rows[K][] }> {
    const client = await this.readPool.connect();
    let broken: Error | undefined;
    try {
      const opened = client.query(opening);
      const results = statements.map((s) => client.query({ name: s.name, text: s.text, values: s.values }));
      const closed = client.query('COMMIT');
      const settled = await Promise.allSettled([opened, ...results, closed]);
      const failed = settled.find((s) => s.status === 'rejected');
      if (failed) throw failed.reason;
      const answers = await Promise.all(results);
      return answers.map((r) => r.rows) as { [K in keyof Rows]: Rows[K][] };
    } catch (error) {
      // After a failed statement COMMIT rolls back, so the connection is clean; after a broken one it is not.
      if (!(error as { code?: string }).code) broken = error as Error;
      throw sessionRefusal(error) ?? error;
    } finally {
      client.release(broken);
    }
  }

  private async transaction<T>(actor: Actor, opening: string, work: (tx: Tx) => Promise<T>): Promise<{ result: T; tx: Tx }> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.connect();
      await begin(runner, opening);
      const tx = new Tx(actor, runner, this.clock.now());
      const result = await work(tx);
      await runner.commitTransaction();
      return { result, tx };
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw sessionRefusal(error) ?? error;
    } finally {
      await runner.release();
    }
  }
}

/**
 * BEGIN and its settings in one round trip. TypeORM would issue its own BEGIN (and a naive save()
 * inside ours would commit it), so its two fields are set as startTransaction() sets them; a
 * db-spec guards this.
 */
async function begin(runner: QueryRunner, opening: string): Promise<void> {
  const own = runner as unknown as { isTransactionActive: boolean; transactionDepth: number };
  own.isTransactionActive = true;
  own.transactionDepth = 1;
  await runner.query(`BEGIN; ${opening}`);
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * SET LOCAL takes no parameters, so what goes into it is checked here: an integer from the session,
 * the outbox row or a verified token. As a statement of its own, because Citus does not carry
 * set_config() to its workers.
 */
function villageOpening(actor: Actor): string {
  if (!Number.isSafeInteger(actor.unitId) || actor.unitId < 0) throw new Error('unit id is not an integer ≥ 0');
  const village = `SET LOCAL app.village_id = '${actor.unitId}'; `;
  if (actor.kind !== 'staff') return village;
  if (!actor.sessionId || !uuidPattern.test(actor.sessionId) || !Number.isSafeInteger(actor.sessionVersion)) throw new Error('a staff actor needs a session');
  return `${village}SELECT app.assert_session('${actor.sessionId}', ${actor.sessionVersion}, ${actor.unitId}); `;
}
