import type { ImportCounts } from '#imports';
import { DomainError, notFound, type Tx } from '#platform';
import { formatLong, type PlainDate } from '#values';
import { formatSen as rupiah } from './reading/parse-sen.js';
import type { StatementHead } from './reading/statement-reader.js';
import type { StatementFound, StatementOptions } from './statement-import.js';
import { tellDifferences, tellSteps } from './tell-differences.js';

interface Weighing {
  readonly runId: string;
  readonly options: StatementOptions;
  readonly head: StatementHead;
  /** Rows that can be booked, rows that cannot be read, and rows that book nothing, of which is told. */
  readonly lines: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly today: PlainDate;
}

interface AccountState {
  readonly number: string;
  readonly known_from: PlainDate | null;
  readonly known_to: PlainDate | null;
  readonly closing_sen: bigint | null;
}

interface Sums {
  readonly first_day: PlainDate;
  readonly last_day: PlainDate;
  readonly total: bigint;
  readonly descending: boolean;
  readonly first_balance: bigint | null;
  readonly last_balance: bigint | null;
  readonly opening_by_balance: bigint | null;
}

/**
 * Step: whether the staged rows are a statement of this account: opening + Σ = closing, only finished days, joined to what is
 * known; days that are known already must repeat exactly (rules, bank statements). Each staged row learns its ordinal, what
 * is posted for it, and whether it is known.
 * @returns counts, and what the file turned out to tell (null while rows cannot be read: then nothing adds up)
 * @throws DomainError 422 in words, with the figures, for a statement that is refused as a whole
 */
export async function weighStatement(tx: Tx, weighing: Weighing): Promise<{ counts: ImportCounts; found: StatementFound | null }> {
  const { runId, options, head, lines, rejected, skipped, today } = weighing;
  const countsOf = (unchanged: number, wrong: number): ImportCounts => ({ total: lines + rejected + skipped, accepted: Math.max(lines - unchanged - wrong, 0), warned: skipped, rejected: rejected + wrong, unchanged, changed: 0, families: 0 });
  const account = await tx.one<AccountState>('select number, known_from, known_to, closing_sen from bank_accounts where village_id = $1 and id = $2 for update', [tx.actor.unitId, options.accountId]);
  if (!account) throw notFound();
  if (head.accountNumber !== null && head.accountNumber !== account.number) throw refused('ACCOUNT_DIFFERS', `Berkas ini dari rekening ${head.accountNumber}, bukan ${account.number}.`);
  if (rejected > 0) return { counts: countsOf(0, 0), found: null };
  if (lines === 0) throw refused('STATEMENT_EMPTY', 'Tidak ada mutasi dalam berkas ini.');
  const sums = await sumUp(tx, runId);
  const steps = await tellSteps(tx, runId, sums.descending);
  if (steps > 0) return { counts: countsOf(0, steps), found: null };
  const found = balances(weighing, account, sums);
  if (found.lastDay >= today) throw refused('DAY_UNFINISHED', `Rekening koran ini sampai ${formatLong(found.lastDay as PlainDate)}. Hanya hari yang sudah selesai yang dapat dicatat; unduh lagi besok.`);
  await order(tx, runId, sums.descending, BigInt(found.openingSen));
  const known = await markKnown(tx, runId, options.accountId);
  await join(tx, options.accountId, account, found);
  const different = account.known_to === null ? 0 : await tellDifferences(tx, runId, options.accountId, { from: found.firstDay, to: found.lastDay < account.known_to ? found.lastDay : account.known_to });
  return { counts: countsOf(known, different), found };
}

const refused = (code: string, message: string): DomainError => new DomainError(code, 422, message);

/** The newest line stands first on some statements: then the file is read upwards. */
async function sumUp(tx: Tx, runId: string): Promise<Sums> {
  const sums = await tx.one<Sums>(
    `with s as (select * from bank_statement_rows where village_id = $1 and run_id = $2),
     ends as (
       select min(booked_on) as first_day, max(booked_on) as last_day, sum(exact_sen)::bigint as total, min(position) as top, max(position) as bottom,
              -- Within one day only the running balance tells the order.
              count(*) filter (where balance_sen is not null) = count(*) as balanced from s
     ), steps as (
       select count(*) filter (where balance_sen = before + exact_sen) as downwards, count(*) filter (where balance_sen = after + exact_sen) as upwards
         from (select balance_sen, exact_sen, lag(balance_sen) over (order by position) as before, lead(balance_sen) over (order by position) as after from s) x
     ), sorted as (
       select e.*, t.booked_on as top_day, b.booked_on as bottom_day, t.balance_sen as top_balance, t.exact_sen as top_sen, b.balance_sen as bottom_balance, b.exact_sen as bottom_sen,
              case when t.booked_on <> b.booked_on then t.booked_on > b.booked_on else e.balanced and steps.upwards > steps.downwards end as descending
         from ends e, steps, s t, s b where t.position = e.top and b.position = e.bottom
     )
     select first_day, last_day, total, descending, case when descending then bottom_balance - bottom_sen else top_balance - top_sen end as opening_by_balance,
            case when descending then bottom_balance else top_balance end as first_balance, case when descending then top_balance else bottom_balance end as last_balance from sorted`,
    [tx.actor.unitId, runId],
  );
  if (!sums) throw new Error('a statement without rows was weighed');
  return { ...sums, total: BigInt(sums.total) };
}

/** What is written on the statement, else what its running balance tells, else what was said at the upload, else the day before. */
function balances({ options, head }: Weighing, account: AccountState, sums: Sums): StatementFound {
  const said = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
  const [firstDay, lastDay] = [earlier(head.firstDay, sums.first_day), later(head.lastDay, sums.last_day)];
  const joins = account.known_to !== null && firstDay > account.known_to ? account.closing_sen : null;
  const opening = head.openingSen ?? big(sums.opening_by_balance) ?? said(options.openingSen) ?? big(joins);
  const closing = head.closingSen ?? big(sums.last_balance) ?? said(options.closingSen);
  if (opening === null || closing === null) {
    const [field, word] = opening === null ? ['opening', 'awal'] : ['closing', 'akhir'];
    throw new DomainError('BALANCE_MISSING', 422, `Berkas ini tidak memuat saldo ${word}. Isi saldo ${word} seperti tertera pada rekening koran, lalu unggah lagi.`, [{ field, code: 'BALANCE_MISSING', message: `Isi saldo ${word}.` }]);
  }
  if (opening + sums.total !== closing) {
    throw refused('BALANCE_MISMATCH', `Saldo awal ${rupiah(opening)} ditambah mutasi ${rupiah(sums.total)} menjadi ${rupiah(opening + sums.total)}, tetapi saldo akhir tertulis ${rupiah(closing)}: selisih ${rupiah(closing - opening - sums.total)}.`);
  }
  return { firstDay, lastDay, openingSen: String(opening), closingSen: String(closing) };
}

const big = (value: bigint | null): bigint | null => (value === null ? null : BigInt(value));
const earlier = (a: PlainDate | null, b: PlainDate): PlainDate => (a !== null && a < b ? a : b);
const later = (a: PlainDate | null, b: PlainDate): PlainDate => (a !== null && a > b ? a : b);

/**
 * The ordinal of a line among its equals, and the whole rupiah posted for it: what the balance, cut to whole rupiah, changes
 * by. So the book agrees with the bank although interest comes in hundredths, and a whole amount stays what it is.
 */
async function order(tx: Tx, runId: string, descending: boolean, openingSen: bigint): Promise<void> {
  const direction = descending ? 'desc' : 'asc';
  await tx.query(
    `update bank_statement_rows s set ordinal = o.ordinal, amount = floor(o.after / 100.0)::bigint - floor((o.after - s.exact_sen) / 100.0)::bigint
       from (select position, row_number() over (partition by booked_on, exact_sen, identity order by position ${direction})::int as ordinal,
                    $3::bigint + sum(exact_sen) over (order by position ${direction}) as after
               from bank_statement_rows where village_id = $1 and run_id = $2) o
      where s.village_id = $1 and s.run_id = $2 and s.position = o.position`,
    [tx.actor.unitId, runId, openingSen],
  );
}

/** @returns how many of the rows stand in the book already */
async function markKnown(tx: Tx, runId: string, accountId: string): Promise<number> {
  const known = await tx.one<{ n: number }>(
    `with known as (
       update bank_statement_rows s set known = true from statement_lines l
        where s.village_id = $1 and s.run_id = $2 and l.village_id = $1 and l.account_id = $3 and l.state <> 'withdrawn'
          and l.booked_on = s.booked_on and l.exact_sen = s.exact_sen and l.identity = s.identity and l.ordinal = s.ordinal returning 1
     ) select count(*)::int as n from known`,
    [tx.actor.unitId, runId, accountId],
  );
  return known?.n ?? 0;
}

/** @throws DomainError when the opening balance is not what the account had then, or the statement tells of days before the first one */
async function join(tx: Tx, accountId: string, { known_from, known_to, closing_sen }: AccountState, { firstDay, openingSen }: StatementFound): Promise<void> {
  if (known_from === null || known_to === null || closing_sen === null) return;
  if (firstDay < known_from) throw refused('BEFORE_FIRST', `Rekening koran ini mulai ${formatLong(firstDay as PlainDate)}, padahal yang pertama tercatat mulai ${formatLong(known_from)}. Mulai dari hari itu.`);
  const since = await tx.one<{ total: bigint }>(
    `select coalesce(sum(exact_sen), 0)::bigint as total from statement_lines where village_id = $1 and account_id = $2 and booked_on >= $3 and state <> 'withdrawn'`,
    [tx.actor.unitId, accountId, firstDay],
  );
  const expected = BigInt(closing_sen) - BigInt(since?.total ?? 0);
  if (expected === BigInt(openingSen)) return;
  throw refused('OPENING_DIFFERS', `Saldo awal ${formatLong(firstDay as PlainDate)} seharusnya ${rupiah(expected)} menurut rekening koran sebelumnya, tetapi di berkas ini ${rupiah(BigInt(openingSen))}: selisih ${rupiah(BigInt(openingSen) - expected)}. Mungkin ada hari yang terlewat.`);
}
