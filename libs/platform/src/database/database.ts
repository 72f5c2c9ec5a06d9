import type { Writable } from 'node:stream';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Actor } from '../actor/actor.js';
import type { Clock } from '../clock/clock.js';
import { type OutboxEntry, Tx } from './tx.js';
import { type Statement, together } from './round-trip.js';
import { sessionRefusal } from './session-refusal.js';

/** One named, parameterised statement. The name is the prepared statement's: one text per name. */
export interface ReadStatement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
  /**
   * The plan fits all values: Postgres makes it once per connection. Otherwise it may plan anew at each call, which costs
   * more than a page of a list. Only for statements whose plan for any values is guarded by a spec.
   */
  readonly plannedOnce?: boolean;
}

export interface TransactionOptions {
  /** Plans fit all values, as `ReadStatement.plannedOnce` says: with row-level security planning anew costs more than a small write. */
  readonly plannedOnce?: boolean;
  /** Nobody waits for a disk: a crash of the machine may lose the last milliseconds. For what is done again then, or is a mere trace. */
  readonly relaxedDurability?: boolean;
}

/** What leaves after commit: set by the outbox, so that the database knows no queue. */
export type AfterCommit = (rows: readonly OutboxEntry[]) => void;

/**
 * The only door to Postgres. `inVillage` opens a writing transaction in the actor's village,
 * `readVillage` a read with one wait for everything; all check the session in the same round trip.
 */
export class Database {
  afterCommit: AfterCommit = () => undefined;

  constructor(
    private readonly writePool: pg.Pool,
    private readonly readPool: pg.Pool,
    private readonly clock: Clock,
  ) {}

  /** Runs `work` in one transaction that sees only the actor's village. Effects leave after commit. */
  async inVillage<T>(actor: Actor, work: (tx: Tx) => Promise<T> | T, options: TransactionOptions = {}): Promise<T> {
    const { result, tx } = await this.transaction(actor, [BEGIN, ...settings(options), ...villageStatements(actor)], work);
    if (tx.outboxRows.length > 0) this.afterCommit(tx.outboxRows);
    return result;
  }

  /** Runs `work` under a scope instead of a village: sign-in (`identity`), sweeping and folding (`relay`). */
  async inScope<T>(scope: 'identity' | 'relay', actor: Actor, work: (tx: Tx) => Promise<T> | T, options: TransactionOptions = {}): Promise<T> {
    return (await this.transaction(actor, [BEGIN, ...settings(options), prepared(`scope-${scope}`, `SET LOCAL app.scope = '${scope}'`)], work)).result;
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
    return this.together(actor, [BEGIN_READING], statements);
  }

  /**
   * A read that must leave a trace: both in one transaction and still with one wait, so that either there is an answer
   * and its trace, or neither. The trace may be lost in a crash of the machine within some milliseconds; in return
   * nobody waits for a disk.
   * @param trace the statement that writes it, given the time
   */
  async readVillageTraced<Row>(actor: Actor, statement: ReadStatement, trace: (now: Date) => ReadStatement): Promise<Row[]> {
    const [rows] = await this.together<[Row, never]>(actor, [BEGIN, WAIT_FOR_NO_DISK], [statement, trace(this.clock.now())]);
    return rows;
  }

  /** `COPY <target> FROM STDIN` on the transaction's own connection; tables without RLS (staging) only. */
  async copyInto(tx: Tx, target: string): Promise<Writable> {
    await tx.flush();
    return tx.client.query(copyFrom(`COPY ${target} FROM STDIN`));
  }

  /** Cheap question for readiness checks. */
  async ping(): Promise<void> {
    await this.readPool.query('select 1');
  }

  /** Everything is sent at once and answered at once. */
  private async together<Rows extends unknown[]>(actor: Actor, opening: readonly Statement[], statements: readonly ReadStatement[]): Promise<{ [K in keyof Rows]: Rows[K][] }> {
    const before = [...opening, ...(statements.some(({ plannedOnce }) => plannedOnce) ? [PLAN_ONCE] : []), ...villageStatements(actor)];
    const client = await this.readPool.connect();
    let broken: Error | undefined;
    try {
      return (await together(client, [...before, ...statements, COMMIT])).slice(before.length, -1) as { [K in keyof Rows]: Rows[K][] };
    } catch (error) {
      broken = await rollBack(client);
      throw sessionRefusal(error) ?? error;
    } finally {
      client.release(broken);
    }
  }

  private async transaction<T>(actor: Actor, opening: readonly Statement[], work: (tx: Tx) => Promise<T> | T): Promise<{ result: T; tx: Tx }> {
    const client = await this.writePool.connect();
    const tx = new Tx(actor, client, this.clock.now(), [...opening]);
    let broken: Error | undefined;
    try {
      const result = await work(tx);
      await tx.flush(COMMIT);
      return { result, tx };
    } catch (error) {
      if (tx.begun) broken = await rollBack(client);
      throw sessionRefusal(error) ?? error;
    } finally {
      client.release(broken);
    }
  }
}

/** @returns what is wrong with the connection, if it cannot be used again */
const rollBack = (client: pg.PoolClient): Promise<Error | undefined> => client.query('ROLLBACK').then(() => undefined, (failure: Error) => failure);

const prepared = (name: string, text: string): Statement => ({ name, text, values: [] });
const BEGIN_READING = prepared('begin-reading', 'BEGIN READ ONLY');
const BEGIN = prepared('begin', 'BEGIN');
const WAIT_FOR_NO_DISK = prepared('wait-for-no-disk', 'SET LOCAL synchronous_commit = off');
const PLAN_ONCE = prepared('plan-once', 'SET LOCAL plan_cache_mode = force_generic_plan');
const COMMIT = prepared('commit', 'COMMIT');

const settings = ({ relaxedDurability, plannedOnce }: TransactionOptions): Statement[] => [...(relaxedDurability ? [WAIT_FOR_NO_DISK] : []), ...(plannedOnce ? [PLAN_ONCE] : [])];

/** The village, and the check of the session that acts in it. */
function villageStatements(actor: Actor): Statement[] {
  const village = { name: '', text: settingVillage(actor), values: [] };
  const session = sessionOf(actor);
  return session ? [village, { name: 'assert-session', text: 'SELECT app.assert_session($1, $2, $3)', values: [session.id, session.version, actor.unitId] }] : [village];
}

/**
 * SET LOCAL takes no parameters, so what goes into it is checked here: an integer from the session,
 * the outbox row or a verified token. As a statement of its own, because Citus does not carry
 * set_config() to its workers.
 */
function settingVillage({ unitId }: Actor): string {
  if (!Number.isSafeInteger(unitId) || unitId < 0) throw new Error('unit id is not an integer ≥ 0');
  return `SET LOCAL app.village_id = '${unitId}'`;
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is to be checked of a staff actor; null for others. */
function sessionOf({ kind, sessionId, sessionVersion }: Actor): { id: string; version: number } | null {
  if (kind !== 'staff') return null;
  if (!sessionId || !uuidPattern.test(sessionId) || !Number.isSafeInteger(sessionVersion)) throw new Error('a staff actor needs a session');
  return { id: sessionId, version: sessionVersion };
}
