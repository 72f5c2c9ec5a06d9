import { join } from 'node:path';
import { writeXlsx } from './resident-files.mjs';
import { DHKP_COLUMNS, inventedPrefix, inventObjects, rowsOfYear, trialRows } from './synthetic-bills.mjs';

const SHEET = { columns: DHKP_COLUMNS, source: DHKP_COLUMNS, sheetName: 'DHKP' };

/**
 * Writes the regency's list of the demonstration villages, last year's and this year's tax in one workbook, and a small one to
 * try the import by hand.
 * @param {{ folder: string, villages: { villageCode: string, villageName: string, rows: Iterable<string[]> }[], year: number }} options
 * @returns {Promise<{ path: string, prefixes: { prefix: string, village: string }[] }>} whose each prefix is
 */
export async function writeTaxLists({ folder, villages, year }) {
  const all = villages.map((village) => inventObjects(village, village.rows));
  const path = join(folder, `dhkp-kabupaten-${year - 1}-${year}.xlsx`);
  await writeXlsx(path, yearsOf(all, year), SHEET);
  await writeXlsx(join(folder, 'contoh-dhkp.xlsx'), trialRows(all[0], year), SHEET);
  return { path, prefixes: villages.map(({ villageCode }) => ({ prefix: inventedPrefix(villageCode), village: villageCode })) };
}

function* yearsOf(all, year) {
  for (const shown of [year - 1, year]) {
    let from = 1;
    for (const objects of all) {
      yield* rowsOfYear(objects, shown, { isLast: shown < year, from });
      from += objects.length;
    }
  }
}
