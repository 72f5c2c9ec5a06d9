import { step } from '../../../apps/cli/demo/progress.mjs';
import { inTurns, median, ratioOf } from '../measure/turns.mjs';
import { fetchJson, httpAsker } from '../stage/ask.mjs';
import { startBareRoute } from '../stage/bare-route.mjs';
import { clearReportCounts, layReportCounts } from '../stage/report-counts.mjs';
import { signedIn } from '../stage/signed-in.mjs';

/** A page is looked at by one person: what counts is how long he waits. How many can look at once is shown beside it. */
const [ONE, MANY] = [1, 16];
const CONNECTIONS = 6;
const [ON, BEFORE] = ['2026-11-24', '2025-11-24'];

/** The figures of every district ready-made under the regency's code: the least that could answer the page. */
const READY = 'select code, figures from bench_page where parent = $1';
/** What there would be without running totals: every district's days added up at each look. */
const LIVE = `select region_code, measure, sum(total) filter (where dim1 = $1 and day <= $2)::float8 as now, sum(total) filter (where dim1 = $3 and day <= $4)::float8 as before
  from tallies where level = 'district' and measure like 'pbb-%' and dim1 in ($1, $3) and day <= $2 group by 1, 2`;

export default {
  title: "The regency's page of land tax on a day beside the year before, against one indexed read and against adding up",
  async run(stage) {
    try {
      return await measure(stage);
    } finally {
      await stage.asOwner('drop table if exists bench_page', []);
      await clearReportCounts(stage);
    }
  },
};

async function measure(stage) {
  const api = await step('API ready', () => stage.api());
  await step('counts of four tax years', () => layReportCounts(stage));
  const headers = (await signedIn(stage, [0], 'tax-office')).get(0);
  const page = { path: `/api/v1/reports/pbb?on=${ON}`, headers };
  const shown = await fetchJson(api, page);
  await stage.asOwner('create table bench_page (parent text, code text, figures jsonb, primary key (parent, code))', []);
  await stage.asOwner(`insert into bench_page select $1, r->>'code', r from jsonb_array_elements($2::jsonb) r`, [shown.scope.code, JSON.stringify(shown.rows)]);
  const [live] = await stage.asOwner(`select sum(now)::float8 as received from (${LIVE}) sums where measure = 'pbb-received'`, ['2026', ON, '2025', BEFORE]);
  if (live.received !== shown.scope.figures.received) throw new Error(`the page says ${shown.scope.figures.received}, adding up ${live.received}`);

  const bare = await startBareRoute(stage, new Map([['ready', READY], ['live', LIVE]]), CONNECTIONS);
  const [ours, theirs] = [httpAsker(api, MANY), httpAsker(bare.address, MANY)];
  const ready = { path: bare.pathOf({ name: 'ready', values: [shown.scope.code] }) };
  const added = { path: bare.pathOf({ name: 'live', values: ['2026', ON, '2025', BEFORE] }) };
  // A page nobody looked at since the last change: another day each time, all of them with the same work.
  let day = 0;
  const anew = () => ({ path: `/api/v1/reports/pbb?on=${new Date(Date.parse(ON) - (day++ % 1_000) * 86_400_000).toISOString().slice(0, 10)}`, headers });
  const sides = { ours: () => ours.ask(page), anew: () => ours.ask(anew()), ready: () => theirs.ask(ready), live: () => theirs.ask(added) };
  const results = await step('the page, one at a time', (note) => inTurns(sides, [{}], { rounds: stage.rounds, seconds: stage.seconds, concurrency: ONE, note }));
  const crowd = await step('the page, many at once', (note) => inTurns({ ours: sides.ours, ready: sides.ready }, [{}], { rounds: stage.rounds, seconds: stage.seconds, concurrency: MANY, note }));
  await Promise.all([ours.close(), theirs.close()]);
  const line = (name, side, goal, of = 'ours', from = results) => ({ name, ours: Math.round(median(from[of])), bare: Math.round(median(from[side])), unit: '/s', ratio: ratioOf(from[of], from[side]), goal });
  return [
    line('dashboard, against one indexed read', 'ready', { least: 0.33 }),
    line('dashboard for 16 at once, against one read', 'ready', null, 'ours', crowd),
    line('dashboard after a change, against one read', 'ready', null, 'anew'),
    line('dashboard after a change, against adding up', 'live', { least: 1 }, 'anew'),
  ];
}
