import { setTimeout as sleep } from 'node:timers/promises';
import { step } from '../../../apps/cli/demo/progress.mjs';
import { clearReportCounts } from '../stage/report-counts.mjs';

const ACTS_PER_SECOND = 50;
/** A payment changes cash, principal and penalty; a letter one count: four is much. */
const DELTAS_PER_ACT = 4;
const PILE = 10_000;
const LOOK_MS = 50;

export default {
  title: 'How long a count takes from the act to what reports read, at 50 acts a second, and how fast a pile is folded',
  async run(stage) {
    try {
      return await measure(stage);
    } finally {
      await waited(stage);
      await clearReportCounts(stage);
    }
  },
};

async function measure(stage) {
  await step('worker ready', () => stage.program('worker', 'WORKER_HEALTH_PORT'));
  const seconds = Math.max(10, stage.rounds * stage.seconds * 2);
  const ages = await step('acts', () => freshness(stage, seconds));
  const p99 = ages.toSorted((a, b) => a - b)[Math.floor(ages.length * 0.99)] / 1_000;
  const rate = await step('a pile of counts', () => pile(stage));
  const needed = ACTS_PER_SECOND * DELTAS_PER_ACT;
  return [
    { name: 'folding, p99 from act to report', ours: Number(p99.toFixed(2)), bare: 1, unit: 's', ratio: p99, goal: { most: 5 } },
    { name: 'folding, deltas against what 50 acts make', ours: Math.round(rate), bare: needed, unit: '/s', ratio: rate / needed, goal: { least: 1 } },
  ];
}

/** Acts at an even pace; each is fresh when none of its deltas waits any more. @returns milliseconds of each */
async function freshness(stage, seconds) {
  const ages = [];
  const waiting = [];
  const state = { done: false };
  const acting = (async () => {
    const from = Date.now();
    for (let n = 0; n < seconds * ACTS_PER_SECOND; n++) {
      await sleep(Math.max(0, from + (n * 1_000) / ACTS_PER_SECOND - Date.now()));
      const at = Date.now();
      waiting.push({ id: await act(stage, 1), at });
    }
    state.done = true;
  })();
  while (!state.done || waiting.length > 0) {
    await sleep(LOOK_MS);
    const [{ first }] = await stage.asOwner(`select coalesce(min(id), 9223372036854775807)::text as first from tally_deltas`, []);
    const now = Date.now();
    while (waiting.length > 0 && BigInt(waiting[0].id) < BigInt(first)) ages.push(now - waiting.shift().at);
  }
  await acting;
  return ages;
}

async function pile(stage) {
  const from = Date.now();
  await act(stage, PILE / DELTAS_PER_ACT);
  await waited(stage);
  return PILE / ((Date.now() - from) / 1_000);
}

async function waited(stage) {
  for (;;) {
    const [{ n }] = await stage.asOwner('select count(*)::int as n from tally_deltas', []);
    if (n === 0) return;
    await sleep(LOOK_MS);
  }
}

/** What so many receipts in villages at random append. @returns the last delta's id */
async function act(stage, times) {
  const rows = await stage.asOwner(
    `insert into tally_deltas (village_id, measure, day, dim1, dim2, delta, created_at)
     select v.id, m, current_date - (random() * 3)::int, '2026', (1 + (random() * 4)::int)::text, 25000, now()
       from generate_series(1, $1) n, lateral (select id from units where id > 0 and n > 0 order by random() limit 1) v, unnest(array['pbb-received', 'pbb-penalty', 'pbb-assessed', 'pbb-opening']) m returning id::text`,
    [times],
  );
  return rows.at(-1).id;
}
