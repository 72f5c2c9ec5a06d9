import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { type Actor, FileObjectStore, jobActor, jobNamed, type JobVerb, newId } from '#platform';
import { addDays, formatShort, type PlainDate } from '#values';
import { OpenBankAccount } from '../../libs/bank/src/bank-account/open-bank-account.js';
import { ExpectReceipt } from '../../libs/bank/src/expected-receipt/expect-receipt.js';
import { MatchByHand } from '../../libs/bank/src/matching/match-by-hand.js';
import { MatchLines } from '../../libs/bank/src/matching/match-lines.js';
import { NoteSettled } from '../../libs/bank/src/matching/note-settled.js';
import { PassOnClaims } from '../../libs/bank/src/matching/pass-on-claims.js';
import { listStatementLines, statementLineById } from '../../libs/bank/src/matching/statement-line.queries.js';
import { UndoClaim } from '../../libs/bank/src/matching/undo-claim.js';
import { ApplyStatement } from '../../libs/bank/src/statement/apply-statement.js';
import { CheckStatement } from '../../libs/bank/src/statement/check-statement.js';
import { ReverseStatement } from '../../libs/bank/src/statement/reverse-statement.js';
import { StartStatement } from '../../libs/bank/src/statement/start-statement.js';
import { statementById } from '../../libs/bank/src/statement/statement.queries.js';
import { TakeBackStatement } from '../../libs/bank/src/statement/take-back-statement.js';
import { WriteStatement } from '../../libs/bank/src/statement/write-statement.js';
import { SettleDeposit } from '../../libs/pbb/src/deposit/settle-deposit.js';
import { UnsettleDeposit } from '../../libs/pbb/src/deposit/unsettle-deposit.js';
import { subscribersOf } from '../../libs/platform/src/job/define-job.js';
import { asOwner, connectedAs } from './database.js';
import type { OpenDatabase } from './database-of.js';
import { jobContext } from './job-context.js';
import { staffAt } from './staff.js';
import '../../libs/bank/src/bank.module.js';
import '../../libs/pbb/src/deposit/settle-deposit.job.js';

/** A line of an invented statement; rupiah, money in > 0. */
export interface StatementLine {
  readonly on: PlainDate;
  readonly amount: number;
  readonly remark: string;
  readonly reference?: string;
}

let serial = 0;
/** Every spec counts from the start, and all of them stand at one office. */
const own = newId();

/** A statement as a bank lets people download it, with its running balance. */
export function statementCsv(opening: number, lines: readonly StatementLine[]): string {
  let balance = opening;
  const rows = lines.map(({ on, amount, remark, reference = '' }) => {
    balance += amount;
    return [formatShort(on), remark, reference, amount < 0 ? String(-amount) : '', amount > 0 ? String(amount) : '', String(balance)].join(';');
  });
  return ['Tanggal;Keterangan;No Referensi;Debit;Kredit;Saldo', ...rows].join('\n');
}

interface WaitingJob {
  readonly id: string;
  readonly village_id: number;
  readonly kind: string;
  readonly name: string;
  readonly payload: Record<string, never>;
}

/** The tax office at its desk, with an account of its own and what the worker does for it. */
export class BankDesk {
  /** Where the last statement of the account ended. */
  balance = 0;

  private constructor(
    private readonly app: OpenDatabase,
    private readonly worker: OpenDatabase,
    private readonly store: FileObjectStore,
    private readonly folder: string,
    readonly office: Actor,
    readonly accountId: string,
  ) {}

  static async open(app: OpenDatabase, worker: OpenDatabase): Promise<BankDesk> {
    const folder = await mkdtemp(join(tmpdir(), 'pamong-bank-'));
    const office = await staffAt(0, 'tax-office');
    serial += 1;
    const accountId = await new OpenBankAccount(app.database).run(office, { bank: 'Bank Jatim', number: `${process.pid}${Date.now()}${serial}`.slice(-18), holder: 'RKUD Uji' });
    return new BankDesk(app, worker, new FileObjectStore(folder), folder, office, accountId);
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  /** Uploaded and weighed. @returns the run's id */
  async check(content: string | Buffer, fields: Record<string, string> = {}, name = 'rekening.csv'): Promise<string> {
    const id = await this.upload(content, fields, name);
    await this.work(new CheckStatement(this.worker.database, this.store, this.worker.clock), { runId: id }).catch(() => undefined);
    return id;
  }

  async upload(content: string | Buffer, fields: Record<string, string> = {}, name = 'rekening.csv'): Promise<string> {
    return new StartStatement(this.app.database).run(this.office, `kunci-koran-${own}-${(serial += 1)}`, { name, ...(await this.store.put(Buffer.from(content))), fields: { account: this.accountId, ...fields } });
  }

  async apply(id: string): Promise<void> {
    await new ApplyStatement(this.app.database).run(this.office, id, `kunci-terap-${own}-${(serial += 1)}`);
    await this.work(new WriteStatement(this.worker.database), { runId: id });
  }

  async reverse(id: string): Promise<void> {
    await new ReverseStatement(this.app.database).run(this.office, id, 'Berkas yang salah');
    await this.work(new TakeBackStatement(this.worker.database), { runId: id });
  }

  /** A statement of these lines that joins the last one, booked; the jobs it asks for are not run yet. */
  async book(lines: readonly StatementLine[]): Promise<string> {
    const id = await this.check(statementCsv(this.balance, lines));
    await this.apply(id);
    this.balance += lines.reduce((sum, { amount }) => sum + amount, 0);
    return id;
  }

  run(id: string) {
    return statementById(this.app.database, this.office, id);
  }

  async lines(statementId: string): Promise<string[]> {
    const { items } = await listStatementLines(this.app.database, this.app.clock, this.office, { statement: statementId, limit: 100 });
    return items.map(({ amount, verdict, difference }) => [amount, verdict, ...(difference ? [difference] : [])].join(' '));
  }

  async lineOf(statementId: string, amount: number): Promise<string> {
    const [row] = await asOwner<{ id: string }>('select id from statement_lines where statement_id = $1 and amount = $2 order by ordinal limit 1', [statementId, amount]);
    return row?.id ?? '';
  }

  line(id: string) {
    return statementLineById(this.app.database, this.app.clock, this.office, id);
  }

  /** The deposit of a village as the office expects it. */
  async expected(deposit: { id: string }): Promise<string> {
    return (await asOwner<{ id: string }>('select id from expected_receipts where deposit_id = $1', [deposit.id]))[0]?.id ?? '';
  }

  match(lineId: string, deposits: readonly string[], lines: readonly string[] = []): Promise<string> {
    return new MatchByHand(this.app.database, this.app.clock).run(this.office, lineId, { deposits: [...deposits], lines: [...lines], reason: 'Sesuai bukti setor' });
  }

  undo(lineId: string): Promise<void> {
    return new UndoClaim(this.app.database, this.app.clock).run(this.office, lineId, 'Salah mencocokkan');
  }

  /** Runs what waits for the worker at the office and in these villages until nothing waits, as the queue would. */
  async settle(...unitIds: number[]): Promise<void> {
    await connectedAs('owner', (owner) => this.drain(owner, [0, ...unitIds]));
  }

  private async drain(owner: pg.Client, unitIds: readonly number[]): Promise<void> {
    const verbs = verbsOf(this.worker);
    for (;;) {
      const { rows: waiting } = await owner.query<WaitingJob>('select id, village_id, kind, name, payload from outbox where done_at is null and village_id = any($1) order by id', [unitIds]);
      const ours = waiting.filter(({ kind, name }) => (kind === 'fact' ? subscribersOf(name).length > 0 : verbs.has(name)));
      if (ours.length === 0) return;
      for (const { id, village_id: unitId, kind, name, payload } of ours) {
        const jobs = kind === 'fact' ? subscribersOf(name).map(({ job, payload: of }) => ({ name: job.name, payload: of(payload) })) : [{ name, payload }];
        for (const job of jobs) await verbs.get(job.name)?.run(jobActor(unitId, 'spec'), jobNamed(job.name)?.schema.parse(job.payload) as never, jobContext());
        await owner.query('update outbox set done_at = now() where id = $1', [id]);
      }
    }
  }

  private work<P>(verb: JobVerb<P>, payload: P): Promise<unknown> {
    return verb.run(jobActor(0, 'spec', this.office.userId), payload, jobContext());
  }
}

function verbsOf({ database, clock }: OpenDatabase): Map<string, JobVerb<never>> {
  const of = (name: string, verb: unknown): [string, JobVerb<never>] => [name, verb as JobVerb<never>];
  return new Map([
    of('expect-receipt', new ExpectReceipt(database)), of('match-lines', new MatchLines(database, clock)), of('pass-on-claims', new PassOnClaims(database)), of('note-settled', new NoteSettled(database)),
    of('settle-deposit', new SettleDeposit(database, clock)), of('unsettle-deposit', new UnsettleDeposit(database, clock)),
  ]);
}

/** The clearing of the villages in both books, rupiah. */
export async function clearings(unitIds: readonly number[]): Promise<{ regency: number; villages: number }> {
  const [row] = await asOwner<{ regency: string; villages: string }>(
    `select coalesce((select sum(case when credit like 'village-clearing:%' then amount else -amount end) from transfers
               where village_id = 0 and (credit = any(select 'village-clearing:' || u from unnest($1::int[]) u) or debit = any(select 'village-clearing:' || u from unnest($1::int[]) u))), 0) as regency,
            coalesce((select sum(case when debit = 'clearing' then amount else -amount end) from transfers where village_id = any($1) and (debit = 'clearing' or credit = 'clearing')), 0) as villages`,
    [unitIds],
  );
  return { regency: Number(row?.regency), villages: Number(row?.villages) };
}

export const daysAgo = (today: PlainDate, days: number): PlainDate => addDays(today, -days);

/** The office as before its first bank account: for specs that look at everything it has, in a database other specs used too. */
export async function clearOffice(): Promise<void> {
  await asOwner('truncate bank_accounts, bank_statements, statement_lines, line_references, expected_receipts, claims, claim_lines, claim_deposits, bank_statement_rows');
  for (const table of ['tallies', 'tally_sums', 'tally_deltas']) await asOwner(`delete from ${table} where measure like 'bank-%' or measure = 'pbb-clearing'`);
}
