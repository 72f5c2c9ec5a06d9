import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { step } from '../../../apps/cli/demo/progress.mjs';
import { median } from '../measure/turns.mjs';
import { copyAndJoin, expectDeposits, keepLines, statementThroughApi, writeStatement } from '../stage/bank-lines.mjs';
import { forgetPeak, peakOf } from '../stage/memory.mjs';
import { signedIn } from '../stage/signed-in.mjs';
import { clearLists } from '../stage/tax-lists.mjs';

/** Bookings of a regency's account in a year, and deposits of 390 villages among them. */
const [LINES, DEPOSITS] = [1_000_000, 40_000];

export default {
  title: 'A million lines of a bank statement matched with the villages’ deposits, against bare COPY of the lines and one join',
  async run(stage) {
    const folder = mkdtempSync(join(tmpdir(), 'pamong-bench-bank-'));
    try {
      return await measure(stage, folder);
    } finally {
      await clearLists(stage);
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(stage, folder) {
  const scale = Math.min(stage.villages / 390, 1);
  const [lines, deposits] = [Math.round(LINES * scale), Math.round(DEPOSITS * scale)];
  const api = await step('API ready', () => stage.api());
  await step('worker ready', () => stage.worker());
  const worker = await stage.processOf('worker');
  const headers = (await signedIn(stage, [0], 'tax-office')).get(0);
  const [path, kept] = [join(folder, 'koran.csv'), join(folder, 'lines.copy')];
  const taking = async (count, expected) => {
    const { account, references } = await expectDeposits(stage, expected);
    writeStatement(path, references, count);
    forgetPeak(worker);
    return { ...(await statementThroughApi(stage, api, headers, { account, path, deposits: expected })), peak: peakOf(worker) };
  };
  const small = await step('a quarter of it', () => taking(Math.round(lines / 4), Math.round(deposits / 4)));
  const rounds = { matching: [], whole: [], settling: [], bare: [] };
  let peak = 0;
  for (let round = 1; round <= Math.min(stage.rounds, 3); round++) {
    await step(`round ${round}`, async (note) => {
      const ours = await taking(lines, deposits);
      await keepLines(stage, kept);
      const bare = await copyAndJoin(stage, kept);
      note(`weighed ${ours.weighed.toFixed(1)} s, booked ${ours.booked.toFixed(1)} s, matched ${ours.matched.toFixed(1)} s, settled ${ours.settled.toFixed(1)} s; COPY ${bare.copied.toFixed(1)} s, join ${bare.joined.toFixed(1)} s`);
      rounds.matching.push(ours.matched - ours.booked);
      rounds.whole.push(ours.matched);
      rounds.settling.push(ours.settled - ours.matched);
      rounds.bare.push(bare.joined);
      peak = Math.max(peak, ours.peak);
    });
  }
  const times = (seconds) => median(seconds.map((value, round) => value / rounds.bare[round]));
  const line = (name, seconds, goal) => ({ name, ours: median(seconds), bare: median(rounds.bare), unit: 's', ratio: times(seconds), goal });
  return [
    line(`${lines.toLocaleString('en')} lines matched`, rounds.matching, { most: 3 }),
    line('with upload, weighing and booking', rounds.whole, null),
    line(`${deposits.toLocaleString('en')} deposits settled in their villages afterwards`, rounds.settling, null),
    { name: 'worker’s peak against a quarter of the lines', ours: peak, bare: small.peak, unit: 'MB', ratio: peak / small.peak, goal: { most: 1.5 } },
  ];
}
