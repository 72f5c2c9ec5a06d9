import type { Actor, Database, ReadStatement } from '#platform';
import { rupiahToNumber } from '#values';
import { accountKind, ownerNameOf } from '../account/account.js';
import type { TrialBalanceDto, TrialBalanceQuery } from './trial-balance.dto.js';

interface Row {
  code: string;
  kind: string;
  owner_id: string | null;
  owner_name: string | null;
  debit: bigint;
  credit: bigint;
}

/**
 * What was moved through each account of the actor's book, up to a day or between two. Debits and credits are equal in sum
 * because each transfer is both.
 */
export async function trialBalance(database: Database, actor: Actor, query: TrialBalanceQuery): Promise<TrialBalanceDto> {
  const rows = await database.readVillage<Row>(actor, trialBalanceStatement(actor.unitId, query));
  const accounts = rows.map((row) => {
    const { name, side } = accountKind(row.kind);
    const [debit, credit] = [BigInt(row.debit), BigInt(row.credit)];
    return { account: row.code, kind: row.kind, name, ownerId: row.owner_id, ownerName: row.owner_name, debit: rupiahToNumber(debit), credit: rupiahToNumber(credit), side, balance: rupiahToNumber(side === 'debit' ? debit - credit : credit - debit) };
  });
  const sum = (side: 'debit' | 'credit'): number => rupiahToNumber(rows.reduce((total, row) => total + BigInt(row[side]), 0n));
  return { accounts, debit: sum('debit'), credit: sum('credit') };
}

function trialBalanceStatement(unitId: number, { from, to, kind, ownerId }: TrialBalanceQuery): ReadStatement {
  return {
    name: 'trial-balance',
    text: `select a.code, a.kind, a.owner_id, ${ownerNameOf()} as owner_name, sum(m.debit)::bigint as debit, sum(m.credit)::bigint as credit
             from (select debit as code, amount as debit, 0 as credit, day from transfers where village_id = $1
                   union all select credit, 0, amount, day from transfers where village_id = $1) m
             join ledger_accounts a on a.village_id = $1 and a.code = m.code
            where ($2::date is null or m.day >= $2) and ($3::date is null or m.day <= $3) and ($4::text is null or a.kind = $4) and ($5::uuid is null or a.owner_id = $5)
            group by a.code, a.kind, a.owner_id, a.for_village_id order by a.code`,
    values: [unitId, from ?? null, to ?? null, kind ?? null, ownerId ?? null],
  };
}
