import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { withConnection } from '../../../apps/cli/demo/postgres.mjs';
import { layAside } from '../seed/laid-aside.mjs';

const TABLES = ['tax_objects', 'bills', 'bill_positions'];
const YEARS = [2025, 2026];
const RULE = '00000000-0000-7000-8000-0000000b111a';

/** Ids in the order of the rows, as version 7 gives them. */
const idOf = (kind, n) => `00000000-0000-7000-${kind}-${n.toString(16).padStart(12, '0')}`;
const objectId = (n) => idOf('8000', n);
const billId = (n, year) => idOf('8001', n * YEARS.length + YEARS.indexOf(year));

/** `objects` tax objects spread over the villages, two unpaid and late bills each, copied; and the rule of their penalty. One transaction: broken off, nothing of it is there. */
export async function copyBills(stage, units, objects, note) {
  const unitOf = (n) => units[Math.floor((n * units.length) / objects)];
  await stage.asOwner(
    `insert into tax_rule_sets (id, tax_year_from, monthly_rate, most_months, regulation, proposed_by, proposed_by_name, proposed_at, approved_by, approved_by_name, approved_at)
     values ($1, 2024, 1000, 24, 'Perda uji', $1, 'Uji', now(), '00000000-0000-7000-8000-0000000b111b', 'Uji', now()) on conflict do nothing`, [RULE]);
  await withConnection(stage.urls.owner, async (client) => {
    await client.query(`set synchronous_commit = off; set maintenance_work_mem = '512MB'; begin`);
    const putBack = await layAside(client, TABLES, []);
    await copy(client, 'tax_objects (village_id, id, nop, place, land_area, building_area, opened_by_run, last_listed_year, updated_at)', objects, (n) => [unitOf(n), objectId(n), `3599${String(n).padStart(13, '0')}0`, 'KRAJAN', 60 + (n % 900), n % 3 ? 36 : 0, objectId(n), 2026, '2026-03-01']);
    note('objects');
    for (const year of YEARS) {
      const amountOf = (n) => 8_000 + ((n * 7_919) % 400_000);
      await copy(client, 'bills (village_id, id, object_id, tax_year, amount, tax_book, due_on, payer_name, run_id, opened_at)', objects, (n) => [unitOf(n), billId(n, year), objectId(n), year, amountOf(n), 1, `${year}-09-30`, `WAJIB PAJAK ${n}`, objectId(n), `${year}-03-01`]);
      await copy(client, 'bill_positions (village_id, bill_id, tax_year, tax_book, owed, state, updated_at)', objects, (n) => [unitOf(n), billId(n, year), year, 1, amountOf(n), 'unpaid', `${year}-03-01`]);
      note(`bills of ${year}`);
    }
    for (const statement of putBack) await client.query(statement);
    await client.query('commit');
    for (const table of TABLES) await client.query(`vacuum analyze ${table}`);
  });
  return { seenAt: (n) => ({ villageId: unitOf(n), objectId: objectId(n) }) };
}

/** With whatever names them: the database is the benches' own. */
export async function dropBills(stage) {
  await stage.asOwner(`truncate ${TABLES.join(', ')} cascade`);
  await stage.asOwner('delete from tax_rule_sets where id = $1', [RULE]);
}

const ROWS_AT_ONCE = 2_000;

async function copy(client, target, count, rowOf) {
  const rows = new PassThrough();
  const into = client.query(copyFrom(`copy ${target} from stdin`));
  rows.pipe(into);
  for (let from = 0; from < count; from += ROWS_AT_ONCE) {
    let text = '';
    for (let n = from; n < Math.min(from + ROWS_AT_ONCE, count); n++) text += `${rowOf(n).join('\t')}\n`;
    if (!rows.write(text)) await once(rows, 'drain');
  }
  rows.end();
  await finished(into);
}
