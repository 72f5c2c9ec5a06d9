import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { step } from '../../../apps/cli/demo/progress.mjs';
import { median } from '../measure/turns.mjs';
import { forgetPeak, peakOf } from '../stage/memory.mjs';
import { signedIn } from '../stage/signed-in.mjs';
import { clearLists, confirmedPrefixes, copyList, keepList, listThroughApi, writeList } from '../stage/tax-lists.mjs';

const ROWS = 100_000;
/** How far the memory is watched; the regency has 1.4 million objects. */
const LARGER = 300_000;
const VILLAGES = 30;

export default {
  title: 'A tax list of the regency through upload, dry run and application village by village, against bare COPY of the same rows',
  async run(stage) {
    const folder = mkdtempSync(join(tmpdir(), 'pamong-bench-tax-'));
    try {
      return await measure(stage, folder);
    } finally {
      await clearLists(stage);
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(stage, folder) {
  const api = await step('API ready', () => stage.api());
  await step('worker ready', () => stage.worker());
  const worker = await stage.processOf('worker');
  const [list, larger] = ['list.csv', 'larger.csv'].map((name) => join(folder, name));
  await step('lists written', async () => {
    const prefixes = await confirmedPrefixes(stage, VILLAGES);
    writeList(list, prefixes, ROWS);
    writeList(larger, prefixes, LARGER);
  });
  const loading = async (path) => {
    await clearLists(stage);
    const headers = (await signedIn(stage, [0], 'tax-office')).get(0);
    forgetPeak(worker);
    return { ...(await listThroughApi(api, headers, path)), peak: peakOf(worker) };
  };
  await step('warmed', () => loading(list));
  await keepList(stage, folder);
  const rounds = { ours: [], checked: [], copy: [] };
  let peak = 0;
  for (let round = 1; round <= Math.min(stage.rounds, 3); round++) {
    await step(`round ${round} of list and copy`, async (note) => {
      const ours = await loading(list);
      note(`list ${ours.seconds.toFixed(1)} s`);
      await clearLists(stage);
      const copy = await copyList(stage, folder);
      note(`list ${ours.seconds.toFixed(1)} s (dry run ${ours.checked.toFixed(1)} s), COPY ${copy.toFixed(1)} s`);
      rounds.ours.push(ours.seconds);
      rounds.checked.push(ours.checked);
      rounds.copy.push(copy);
      peak = Math.max(peak, ours.peak);
    });
  }
  const large = await step(`${LARGER.toLocaleString('en')} rows`, () => loading(larger));
  const rate = (seconds) => Math.round(ROWS / median(seconds));
  return [
    { name: 'tax list, against COPY', ours: rate(rounds.ours), bare: rate(rounds.copy), unit: 'rows/s', ratio: median(rounds.copy.map((seconds, round) => seconds / rounds.ours[round])), goal: { least: 0.3 } },
    { name: 'of it the dry run', ours: rate(rounds.checked), bare: rate(rounds.copy), unit: 'rows/s', ratio: median(rounds.copy.map((seconds, round) => seconds / rounds.checked[round])), goal: null },
    { name: `worker's peak, ${LARGER / 1000} k rows against ${ROWS / 1000} k`, ours: large.peak, bare: peak, unit: 'MB', ratio: large.peak / peak, goal: { most: 1.5 } },
  ];
}
