import { step } from '../../../apps/cli/demo/progress.mjs';
import { fetchJson, httpAsker } from '../stage/ask.mjs';
import { startBareRoute } from '../stage/bare-route.mjs';
import { bareSql } from '../stage/bare-sql.mjs';
import { questionsAbout, sampleVillages } from '../stage/resident-questions.mjs';
import { signedIn } from '../stage/signed-in.mjs';
import { inTurns, median, ratioOf } from './turns.mjs';

const CONCURRENCY = 32;
/** As many as the API's own read path has. */
const CONNECTIONS = 6;

/** Of bare SQL, and of a bare Fastify route that sends the same rows. */
export const GOALS = { sql: { least: 0.35 }, route: { least: 0.6 } };

/**
 * The API against bare SQL and against a bare route, for several kinds of questions about residents.
 * @param {import('../stage/stage.mjs').Stage} stage
 * @param {string} bench its name in the table
 * @param {Record<string, (person: object) => object>} kinds words of the table → filter
 * @returns {Promise<import('./table.mjs').Measured[]>}
 */
export async function measureResidents(stage, bench, kinds) {
  const api = await step('API ready', () => stage.api());
  const villages = await step('villages and people to ask for', () => sampleVillages(stage));
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const asked = Object.entries(kinds).map(([kind, filterOf]) => ({ kind, questions: questionsAbout(villages, filterOf, today) }));

  const statements = new Map(asked.flatMap(({ questions }) => questions.map(({ statement }) => [statement.name, statement.text])));
  const route = await startBareRoute(stage, statements, CONNECTIONS);
  const ours = httpAsker(api, CONCURRENCY);
  const bare = httpAsker(route.address, CONCURRENCY);
  const sql = bareSql(stage.urls.owner, CONNECTIONS);
  const rows = [];
  for (const { kind, questions } of asked) {
    // For each kind anew: an access token is good for ten minutes.
    const headers = await signedIn(stage, villages.map(({ unit }) => unit));
    for (const question of questions) {
      question.api = { path: question.path, headers: headers.get(question.unit) };
      question.route = { path: route.pathOf(question.statement) };
    }
    await step(`${bench}, ${kind}: all sides answer alike`, () => compare(questions, api, route, sql));
    const sides = {
      ours: (question) => ours.ask(question.api),
      sql: (question) => sql.ask(question.statement),
      route: (question) => bare.ask(question.route),
    };
    const rates = await step(`${bench}, ${kind}`, (note) => inTurns(sides, questions, { ...stage, concurrency: CONCURRENCY, note }));
    for (const [side, words] of [['sql', 'SQL'], ['route', 'Fastify']]) {
      rows.push({ name: `${bench}, ${kind}, against ${words}`, unit: '/s', ours: median(rates.ours), bare: median(rates[side]), ratio: ratioOf(rates.ours, rates[side]), goal: GOALS[side] });
    }
  }
  await Promise.all([ours.close(), bare.close(), sql.close()]);
  return rows;
}

/** A fast wrong answer is worth nothing: some questions are asked of every side, and the people found must be the same. */
async function compare(questions, api, route, sql) {
  for (const question of questions.filter((_, nth) => nth % 16 === 0)) {
    const wanted = JSON.stringify((await sql.ask(question.statement)).slice(0, 25).map(({ id }) => id));
    const answers = [await fetchJson(api, question.api), await fetchJson(route.address, question.route)];
    if (wanted === '[]') throw new Error('a question nobody answers to');
    for (const { items } of answers) {
      if (JSON.stringify(items.slice(0, 25).map(({ id }) => id)) !== wanted) throw new Error('the sides do not give the same answer');
    }
  }
}
