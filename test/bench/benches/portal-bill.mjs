import { step } from '../../../apps/cli/demo/progress.mjs';
import { inTurns, median, ratioOf } from '../measure/turns.mjs';
import { httpAsker } from '../stage/ask.mjs';
import { startBareRoute } from '../stage/bare-route.mjs';
import { bareSql } from '../stage/bare-sql.mjs';
import { copyBills, dropBills } from '../stage/public-bills.mjs';

/** Of the whole regency; two bills each. */
const OBJECTS = 1_400_000;
const VILLAGES = 390;
const ASKED = 4_096;
const CONCURRENCY = 32;
/** As many as the portal reads with (DATABASE_READ_POOL). */
const CONNECTIONS = 6;

export default {
  title: 'A villager’s page of a bill, two years with penalty, against its statement without row level security',
  async run(stage) {
    try {
      return await measure(stage);
    } finally {
      await dropBills(stage);
    }
  },
};

async function measure(stage) {
  await dropBills(stage);
  const units = (await stage.asOwner('select id from units where id > 0 order by id limit $1', [stage.villages])).map(({ id }) => id);
  const objects = Math.round((OBJECTS * units.length) / VILLAGES);
  const { seenAt } = await step(`${objects.toLocaleString('en')} objects with two bills each copied`, (note) => copyBills(stage, units, objects, note));
  // Every visitor has an address of his own, as behind a proxy: the limit of one is not what is measured.
  const address = await step('portal ready', () => stage.program('portal', 'PORTAL_PORT', { TRUSTED_PROXIES: '127.0.0.1' }));
  const questions = await questionsOf(stage, seenAt, objects);
  const http = httpAsker(address, CONCURRENCY);
  const bareRoute = await startBareRoute(stage, new Map([[questions[0].statement.name, questions[0].statement.text]]), CONNECTIONS);
  const route = httpAsker(bareRoute.address, CONCURRENCY);
  const sql = bareSql(stage.urls.owner, CONNECTIONS);
  await compare(address, sql, questions[0]);
  let visitor = 0;
  const sides = {
    ours: ({ path }) => http.ask({ path, headers: { 'x-forwarded-for': `10.${(visitor >> 16) & 255}.${(visitor >> 8) & 255}.${visitor++ & 255}` } }),
    bare: ({ statement }) => sql.ask(statement),
    route: ({ statement }) => route.ask({ path: bareRoute.pathOf(statement) }),
  };
  const results = await step('pages', (note) => inTurns(sides, questions, { rounds: stage.rounds, seconds: stage.seconds, concurrency: CONCURRENCY, note }));
  await Promise.all([http.close(), route.close(), sql.close()]);
  const line = (against, rates, goal) => ({ name: `page of a bill, against ${against}`, ours: Math.round(median(results.ours)), bare: Math.round(median(rates)), unit: '/s', ratio: ratioOf(results.ours, rates), goal });
  return [line('bare SQL', results.bare, { least: 0.35 }), line('bare Fastify', results.route, null)];
}

/** Addresses as the check leads to them, and the statement of the same object. */
async function questionsOf(stage, seenAt, objects) {
  const { Clock, Env, readEnv } = await import('../../../dist/libs/platform/src/index.js');
  const { BillTokens } = await import('../../../dist/libs/pbb/src/public-bill/bill-tokens.js');
  const { billsStatement } = await import('../../../dist/libs/pbb/src/public-bill/public-bill.queries.js');
  const tokens = new BillTokens(new Env(readEnv(stage.env)), new Clock());
  return Array.from({ length: ASKED }, (_, place) => {
    const seen = seenAt((place * 7_919 * 331) % objects);
    return { path: `/pbb/tagihan/${tokens.seal(seen)}`, statement: billsStatement(seen.villageId, seen.objectId) };
  });
}

/** @throws Error when the page does not tell of what the statement finds */
async function compare(address, sql, { path, statement }) {
  const rows = await sql.ask(statement);
  const page = await (await fetch(address + path)).text();
  if (rows.length !== 2 || !rows.every(({ tax_year }) => page.includes(`<h3>${tax_year}</h3>`)) || !page.includes('Termasuk denda')) throw new Error('the page and the statement do not tell of the same bills');
}
