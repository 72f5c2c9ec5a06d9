import { importRunById } from '#imports';
import type { Actor, Database } from '#platform';
import { rupiahToNumber } from '#values';
import type { StatementRunDto } from './statement.dto.js';
import { STATEMENT_IMPORT, type StatementOptions } from './statement-import.js';

interface StandingRow {
  state: string;
  lines: number;
  amount: bigint;
}

/** @throws DomainError 404 */
export async function statementById(database: Database, actor: Actor, id: string): Promise<StatementRunDto> {
  const run = await importRunById(database, actor, STATEMENT_IMPORT, id);
  const [[kept], standing] = await database.readVillageAll<[{ options: StatementOptions }, StandingRow]>(actor, [
    { name: 'statement-options', text: 'select options from import_runs where village_id = $1 and id = $2', values: [actor.unitId, id] },
    {
      name: 'statement-standing', values: [actor.unitId, id],
      text: `select state, count(*)::int as lines, sum(greatest(amount, 0))::bigint as amount from statement_lines where village_id = $1 and statement_id = $2 group by state`,
    },
  ]);
  const { accountId, found } = kept?.options ?? { accountId: '' };
  const of = (state: string): { lines: number; amount: number } => {
    const row = standing.find((one) => one.state === state);
    return { lines: row?.lines ?? 0, amount: rupiahToNumber(BigInt(row?.amount ?? 0)) };
  };
  return {
    ...run, accountId,
    facts: found ? { firstDay: found.firstDay, lastDay: found.lastDay, opening: Number(found.openingSen) / 100, closing: Number(found.closingSen) / 100 } : null,
    matching: run.state === 'applied' ? { claimed: of('claimed').lines, claimedAmount: of('claimed').amount, open: of('open').lines, openAmount: of('open').amount, reversed: of('reversed').lines } : null,
  };
}
