import { CLEARING_MEASURE } from '#pbb';
import type { Actor, Clock, Database } from '#platform';
import { type PlainDate, rupiahToNumber } from '#values';
import { CLAIMED_MEASURE, SUSPENSE_LINES_MEASURE, SUSPENSE_MEASURE } from '../bank.tallies.js';
import { bookedWithin, SUSPENSE_AGES } from '../matching/suspense-age.js';
import type { ReconciliationDayDto, ReconciliationStandingDto, SuspenseAgeDto } from './reconciliation.dto.js';

interface AccountRow {
  account_id: string;
  bank: string;
  number: string;
  known: boolean;
  closing_sen: bigint | null;
  in_sen: bigint;
  out_sen: bigint;
  claimed: bigint;
  open_lines: number;
  open_amount: bigint;
}

/** One day of every account as the bank has it and as we have it. */
export async function reconciliationDay(database: Database, actor: Actor, date: PlainDate): Promise<ReconciliationDayDto> {
  const [accounts, [deposits]] = await database.readVillageAll<[AccountRow, { deposits: number; amount: bigint; open: number; open_amount: bigint }]>(actor, [
    {
      name: 'reconciliation-accounts', values: [actor.unitId, date],
      text: `select a.id as account_id, a.bank, a.number, coalesce($2::date between a.known_from and a.known_to, false) as known,
                    case when $2::date between a.known_from and a.known_to then a.closing_sen - coalesce((select sum(exact_sen) from statement_lines l where l.village_id = $1 and l.account_id = a.id and l.booked_on > $2 and l.state <> 'withdrawn'), 0) end as closing_sen,
                    coalesce(d.in_sen, 0) as in_sen, coalesce(d.out_sen, 0) as out_sen, coalesce(d.claimed, 0) as claimed, coalesce(d.open_lines, 0) as open_lines, coalesce(d.open_amount, 0) as open_amount
               from bank_accounts a left join lateral (
                 select sum(exact_sen) filter (where exact_sen > 0) as in_sen, -sum(exact_sen) filter (where exact_sen < 0) as out_sen, sum(amount) filter (where state = 'claimed') as claimed,
                        count(*) filter (where state = 'open')::int as open_lines, sum(amount) filter (where state = 'open') as open_amount
                   from statement_lines l where l.village_id = $1 and l.account_id = a.id and l.booked_on = $2 and l.state <> 'withdrawn') d on true
              where a.village_id = $1 order by a.number`,
    },
    {
      name: 'reconciliation-deposits', values: [actor.unitId, date],
      text: `select count(*)::int as deposits, coalesce(sum(amount), 0)::bigint as amount, count(*) filter (where state = 'open')::int as open, coalesce(sum(amount) filter (where state = 'open'), 0)::bigint as open_amount
               from expected_receipts where village_id = $1 and deposited_on = $2`,
    },
  ]);
  return {
    date,
    accounts: accounts.map((row) => {
      const [moneyIn, moneyOut, closing] = [Number(row.in_sen), Number(row.out_sen), row.closing_sen === null ? null : Number(row.closing_sen)];
      return {
        accountId: row.account_id, bank: row.bank, number: row.number, known: row.known, opening: closing === null ? null : (closing - moneyIn + moneyOut) / 100, moneyIn: moneyIn / 100, moneyOut: moneyOut / 100,
        closing: closing === null ? null : closing / 100, claimed: Number(row.claimed), openLines: row.open_lines, openAmount: Number(row.open_amount),
      };
    }),
    deposits: { deposits: deposits?.deposits ?? 0, amount: Number(deposits?.amount ?? 0), open: deposits?.open ?? 0, openAmount: Number(deposits?.open_amount ?? 0) },
  };
}

/** A village posts its side within seconds; what takes longer is drift and is shown. */
const DRIFT_SECONDS = 60;

interface DriftRow {
  code: string;
  name: string;
  claimed: bigint;
  settled: bigint;
  since: Date | null;
}

/** How much nobody has claimed and how old it is, and whether both clearings agree. All of it from counts. */
export async function reconciliationStanding(database: Database, clock: Clock, actor: Actor): Promise<ReconciliationStandingDto> {
  const today = clock.today();
  const [cells, villages, [waiting]] = await database.readVillageAll<[{ measure: string; day: PlainDate; side: string; total: bigint }, DriftRow, { n: number; amount: bigint }]>(actor, [
    {
      name: 'suspense-by-day', values: [[SUSPENSE_MEASURE, SUSPENSE_LINES_MEASURE]],
      text: `select measure, day, dim1 as side, total from tallies where village_id = 0 and level = 'regency' and measure = any($1) and total <> 0`,
    },
    {
      // A claim on its way is no drift; the counts of both sides are folded in one order, so what differs beyond those is.
      name: 'drift-by-village', values: [actor.unitId, CLAIMED_MEASURE, CLEARING_MEASURE, new Date(clock.now().getTime() - DRIFT_SECONDS * 1_000)],
      text: `with claimed as (select dim1::int as unit, sum(total) as amount from tallies where village_id = 0 and level = 'regency' and measure = $2 group by 1),
             settled as (select village_id as unit, sum(total) as amount from tallies where level = 'village' and measure = $3 group by 1),
             late as (select d.for_village_id as unit, min(c.made_at) as since from claim_deposits d join claims c on c.village_id = $1 and c.id = d.claim_id where d.village_id = $1 and d.living and d.settled_at is null and c.made_at < $4 group by 1),
             flying as (select d.for_village_id as unit, sum(d.amount) as amount from claim_deposits d join claims c on c.village_id = $1 and c.id = d.claim_id where d.village_id = $1 and d.living and d.settled_at is null and c.made_at >= $4 group by 1)
             select u.code, r.name, coalesce(claimed.amount, 0)::bigint as claimed, coalesce(settled.amount, 0)::bigint as settled, late.since
               from units u join regions r on r.code = u.code left join claimed on claimed.unit = u.id left join settled on settled.unit = u.id left join late on late.unit = u.id left join flying on flying.unit = u.id
              where u.id > 0 and (claimed.unit is not null or settled.unit is not null or late.unit is not null) order by u.code`,
    },
    { name: 'expected-open', text: `select count(*)::int as n, coalesce(sum(amount), 0)::bigint as amount from expected_receipts where village_id = $1 and state = 'open'`, values: [actor.unitId] },
  ]);
  const sum = (side: 'claimed' | 'settled'): number => rupiahToNumber(villages.reduce((total, row) => total + BigInt(row[side]), 0n));
  return {
    suspense: suspenseByAge(cells, today), claimed: sum('claimed'), settled: sum('settled'),
    drift: villages.filter((row) => row.since !== null).map((row) => ({
      village: row.code, villageName: row.name, claimed: Number(row.claimed), settled: Number(row.settled), difference: Number(row.claimed) - Number(row.settled), since: row.since?.toISOString() ?? null,
    })),
    waiting: waiting?.n ?? 0, waitingAmount: Number(waiting?.amount ?? 0), at: clock.now().toISOString(),
  };
}

function suspenseByAge(cells: readonly { measure: string; day: PlainDate; side: string; total: bigint }[], today: PlainDate): SuspenseAgeDto[] {
  return SUSPENSE_AGES.map((age) => {
    const { from, to } = bookedWithin(age, today);
    const within = cells.filter(({ day }) => (from === null || day >= from) && (to === null || day <= to));
    const of = (measure: string, side: string): number => within.filter((cell) => cell.measure === measure && cell.side === side).reduce((total, cell) => total + Number(cell.total), 0);
    return { age, lines: of(SUSPENSE_LINES_MEASURE, 'in'), amount: of(SUSPENSE_MEASURE, 'in'), linesOut: of(SUSPENSE_LINES_MEASURE, 'out'), amountOut: of(SUSPENSE_MEASURE, 'out') };
  });
}
