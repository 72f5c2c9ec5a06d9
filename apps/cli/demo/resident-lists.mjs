import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { withConnection } from './postgres.mjs';
import { writeCsv, writeXlsx } from './resident-files.mjs';
import { spoilRow } from './synthetic-flaws.mjs';
import { generateResidents, OPENSID_COLUMNS } from './synthetic-residents.mjs';
import { writeTaxLists } from './tax-lists.mjs';

/** How each village's list looks: villages bring what they have. */
const SHAPES = [
  { name: 'xlsx', layout: 45, write: writeXlsx },
  { name: 'csv', layout: 43, write: (path, rows, sheet) => writeCsv(path, rows, { ...sheet, delimiter: ';' }) },
  { name: 'csv', layout: 44, write: writeCsv },
];

/**
 * Writes a list of invented residents for every village that has an operator, as files of different kinds, the regency's list
 * of their land tax, and a small list of either with mistakes for trying the import by hand.
 * @param {{ directory: string, owner: string, users: { role: string, village: string | null, username: string }[], residents: number }} options
 * @returns {Promise<{ lists: { village: string, operator: string, path: string }[], tax: { path: string, prefixes: { prefix: string, village: string }[] } }>}
 */
export async function writeLists({ directory, owner, users, residents }) {
  const folder = join(directory, 'lists');
  mkdirSync(folder, { recursive: true });
  const operators = users.filter((user) => user.role === 'operator');
  const names = await villageNames(owner, operators.map((user) => user.village));
  const villages = operators.map(({ village }) => ({ villageCode: village, villageName: names.get(village), count: residents }));
  const lists = [];
  for (const [index, { village, username }] of operators.entries()) {
    const { name, layout, write } = SHAPES[index % SHAPES.length];
    const path = join(folder, `penduduk-${village.replaceAll('.', '')}.${name}`);
    await write(path, generateResidents({ ...villages[index], flaws: index > 0 }), { columns: OPENSID_COLUMNS[layout], source: OPENSID_COLUMNS[45] });
    lists.push({ village, operator: username, path });
  }
  await writeXlsx(join(folder, 'contoh-penduduk.xlsx'), newcomers(villages[0]), { columns: OPENSID_COLUMNS[45], source: OPENSID_COLUMNS[45] });
  const tax = await writeTaxLists({ folder, villages: villages.map((village) => ({ ...village, rows: generateResidents(village) })), year: new Date().getFullYear() });
  return { lists, tax };
}

const NEWCOMERS = 60;

/** Families that follow those of the village's own list; every fourth row has a mistake of another kind. */
function* newcomers(village) {
  const headAt = OPENSID_COLUMNS[45].indexOf('kk_level');
  let place = 0;
  let given = 0;
  for (const row of generateResidents({ ...village, count: village.count + 2 * NEWCOMERS })) {
    place += 1;
    if (place <= village.count || (given === 0 && row[headAt] !== '1')) continue;
    given += 1;
    if (given > NEWCOMERS) return;
    if (given % 4 === 0) spoilRow(row, OPENSID_COLUMNS[45], given / 4);
    yield row;
  }
}

async function villageNames(owner, codes) {
  const { rows } = await withConnection(owner, (client) => client.query('SELECT code, name FROM regions WHERE code = ANY($1)', [codes]));
  return new Map(rows.map(({ code, name }) => [code, name]));
}
