import { v7 as uuidv7 } from 'uuid';
import { step } from '../../../apps/cli/demo/progress.mjs';
import { inTurns, median, ratioOf } from '../measure/turns.mjs';
import { barePayments } from '../stage/bare-payments.mjs';
import { httpPoster } from '../stage/ask.mjs';
import { clearLists } from '../stage/tax-lists.mjs';
import { openBooks } from '../stage/tax-books.mjs';

const VILLAGES = 8;
const COLLECTORS = 4;
const BILLS = 48_000;
const CONCURRENCY = 16;
/** As many as the API writes with (DATABASE_POOL): each waits for the disk at its commit, on both sides. */
const CONNECTIONS = 8;

export default {
  title: 'Cash for one bill through HTTP, with receipt number, ledger, trail and counts, against the bare SQL transaction that writes the same rows',
  async run(stage) {
    try {
      return await measure(stage);
    } finally {
      await clearLists(stage);
      // No worker printed the papers: the next bench that starts one would find tens of thousands to print.
      await stage.asOwner(`delete from outbox where name = 'render-receipt'`);
      await stage.asOwner(`delete from bullmq.job where name = 'render-receipt'`);
    }
  },
};

async function measure(stage) {
  const api = await step('API ready', () => stage.api());
  const books = await step('villages, collectors and bills', () => openBooks(stage, { villages: VILLAGES, collectors: COLLECTORS, bills: BILLS }));
  const http = httpPoster(api, CONCURRENCY);
  const bare = barePayments(stage.urls.owner, CONNECTIONS);
  // Every payment takes a bill nobody has paid; each side has its own third of them, and each asker a collector of its own.
  const taking = (third) => {
    let next = 0;
    return () => {
      const at = next++;
      const desk = books.desks[at % books.desks.length];
      const bill = desk.bills[third][Math.floor(at / books.desks.length)];
      if (!bill) throw new Error('the bills are used up: fewer rounds or seconds');
      return { desk, bill };
    };
  };
  const [ours, steps, once] = [taking(0), taking(1), taking(2)];
  const sides = {
    ours: async () => {
      const { desk, bill } = ours();
      await http.post({ path: '/api/v1/payments', headers: { ...desk.headers, 'content-type': 'application/json', 'idempotency-key': uuidv7() }, body: JSON.stringify({ bills: [bill.id], total: bill.amount, paidBy: 'Sulastri' }) });
    },
    steps: () => bare.payInSteps(steps()),
    once: () => bare.payAtOnce(once()),
  };
  const results = await step('payments', (note) => inTurns(sides, [{}], { rounds: Math.min(stage.rounds, 3), seconds: Math.min(stage.seconds, 2), concurrency: CONCURRENCY, note }));
  await Promise.all([http.close(), bare.close()]);
  const line = (against, rates, goal) => ({ name: `payment, against ${against}`, ours: Math.round(median(results.ours)), bare: Math.round(median(rates)), unit: '/s', ratio: ratioOf(results.ours, rates), goal });
  return [line('the bare SQL transaction', results.steps, { least: 0.4 }), line('the same rows in one statement', results.once, null)];
}
