import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { step } from '../../../apps/cli/demo/progress.mjs';
import { writeCsv, writeXlsx } from '../../../apps/cli/demo/resident-files.mjs';
import { generateResidents, OPENSID_COLUMNS } from '../../../apps/cli/demo/synthetic-residents.mjs';
import { median } from '../measure/turns.mjs';
import { clearVillage, copyRows, emptyVillage, importThroughApi, keepRows } from '../stage/imports.mjs';
import { forgetPeak, peakOf } from '../stage/memory.mjs';
import { signedIn } from '../stage/signed-in.mjs';

const ROWS = 50_000;
/** The largest list the product promises to take. */
const LARGEST = 200_000;

export default {
  title: 'A resident list through upload, dry run and application, against bare COPY of the same rows and bare reading of the workbook',
  async run(stage) {
    const folder = mkdtempSync(join(tmpdir(), 'pamong-bench-import-'));
    try {
      return await measure(stage, folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(stage, folder) {
  const api = await step('API ready', () => stage.api());
  await step('worker ready', () => stage.worker());
  const unit = await emptyVillage(stage);
  const worker = await stage.processOf('worker');
  const file = (name) => join(folder, name);
  const people = (count) => generateResidents({ villageCode: '35.07.01.2999', villageName: 'Uji', count, flaws: true });
  const sheet = { columns: OPENSID_COLUMNS[45], source: OPENSID_COLUMNS[45] };
  await step('lists written', async () => {
    await writeCsv(file('list.csv'), people(ROWS), sheet);
    await writeCsv(file('large.csv'), people(LARGEST), sheet);
    await writeXlsx(file('list.xlsx'), people(ROWS), sheet);
  });

  const importing = async (name) => {
    await clearVillage(stage, unit);
    const headers = (await signedIn(stage, [unit])).get(unit);
    forgetPeak(worker);
    const result = await importThroughApi(api, headers, file(name));
    return { ...result, peak: peakOf(worker) };
  };
  const rounds = { csv: [], copy: [], xlsx: [], read: [] };
  const peaks = { csv: 0, xlsx: 0 };
  // Both kinds of list: what runs for the first time is measured nowhere.
  await step('warmed', async () => {
    await importing('list.xlsx');
    await importing('list.csv');
  });
  await keepRows(stage, unit, folder);
  for (let round = 1; round <= Math.min(stage.rounds, 3); round++) {
    await step(`round ${round} of list, copy, reading, workbook`, async (note) => {
      const csv = await importing('list.csv');
      note(`CSV ${csv.seconds.toFixed(1)} s`);
      await clearVillage(stage, unit);
      const copy = await copyRows(stage, folder);
      note(`COPY ${copy.toFixed(1)} s`);
      // Before the import, behind which the worker still writes the error workbook and Postgres takes its statistics.
      const read = await bareReading(file('list.xlsx'));
      const xlsx = await importing('list.xlsx');
      note(`XLSX ${xlsx.seconds.toFixed(1)} s, reading ${read.toFixed(1)} s`);
      rounds.csv.push(csv.seconds);
      rounds.copy.push(copy);
      rounds.xlsx.push(xlsx.seconds);
      rounds.read.push(read);
      peaks.csv = Math.max(peaks.csv, csv.peak);
      peaks.xlsx = Math.max(peaks.xlsx, xlsx.peak);
    });
  }
  const large = await step(`${LARGEST.toLocaleString('en')} rows of CSV`, () => importing('large.csv'));
  await clearVillage(stage, unit);

  const rate = (seconds) => Math.round(ROWS / median(seconds));
  const ratio = (bare, ours) => median(bare.map((seconds, round) => seconds / ours[round]));
  return [
    { name: 'import CSV, against COPY', ours: rate(rounds.csv), bare: rate(rounds.copy), unit: 'rows/s', ratio: ratio(rounds.copy, rounds.csv), goal: { least: 0.3 } },
    { name: 'import XLSX, against reading it', ours: rate(rounds.xlsx), bare: rate(rounds.read), unit: 'rows/s', ratio: ratio(rounds.read, rounds.xlsx), goal: { least: 0.25 } },
    { name: `worker's peak, ${LARGEST / 1000} k rows against ${ROWS / 1000} k`, ours: large.peak, bare: peaks.csv, unit: 'MB', ratio: large.peak / peaks.csv, goal: { most: 1.5 } },
    { name: `worker's peak, workbook against CSV, ${ROWS / 1000} k rows`, ours: peaks.xlsx, bare: peaks.csv, unit: 'MB', ratio: peaks.xlsx / peaks.csv, goal: null },
  ];
}

/** @returns seconds */
async function bareReading(path) {
  const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(new URL('../measure/read-workbook.mjs', import.meta.url)), path]);
  return Number(stdout);
}
