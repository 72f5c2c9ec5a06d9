import { setTimeout as sleep } from 'node:timers/promises';
import { StaffApi } from './staff-api.mjs';

/** What paying late costs in Kabupaten Malang (parts per 100.000 a month). */
const RULES = [
  { taxYearFrom: 1985, taxYearTo: 2023, monthlyRate: 2_000, mostMonths: 24, regulation: 'UU 28/2009' },
  { taxYearFrom: 2024, taxYearTo: null, monthlyRate: 1_000, mostMonths: 24, regulation: 'Perda Kab. Malang 7/2023' },
];

/** Proposes the rules as the first of the tax office and approves them as the second; those in force stay. */
export async function setPenaltyRules(address, [first, second]) {
  const [proposer, approver] = [await StaffApi.signIn(address, first), await StaffApi.signIn(address, second)];
  const { items } = await proposer.get('/tax-rule-sets');
  for (const rule of RULES) {
    if (items.some(({ state, regulation, taxYearFrom }) => state === 'approved' && regulation === rule.regulation && taxYearFrom === rule.taxYearFrom)) continue;
    const { id } = await proposer.post('/tax-rule-sets', rule);
    await approver.post(`/tax-rule-sets/${id}/approval`, {});
  }
}

/**
 * Uploads the regency's list, says whose each prefix is, and applies it: the same way as on the screen, and changing nothing
 * the second time.
 */
export async function importTaxList(address, user, { path, prefixes }, note) {
  const api = await StaffApi.signIn(address, user);
  const { id } = await api.upload('/assessment-imports', path);
  const run = `/assessment-imports/${id}`;
  await workEnded(api, run, 'checked', note);
  const { items } = await api.get(`${run}/parts?limit=100`);
  const open = new Set(items.filter(({ state }) => state === 'unconfirmed').map(({ prefix }) => prefix));
  if (open.size > 0) {
    await api.post(`${run}/prefixes`, { prefixes: prefixes.filter(({ prefix }) => open.has(prefix)) });
    await workEnded(api, run, 'checked', note);
  }
  await api.post(`${run}/application`, { rows: 'all' });
  await workEnded(api, run, 'applied', note);
  const refused = (await api.get(`${run}/parts?limit=100`)).items.find(({ state }) => state !== 'applied');
  if (refused) throw new Error(`${refused.prefix}: ${refused.refusal}`);
}

async function workEnded(api, run, wanted, note) {
  for (;;) {
    const { state, task, failure } = await api.get(run);
    const busy = task?.status === 'queued' || task?.status === 'running';
    if (state === wanted && !busy) return;
    if (!busy && state !== 'checking' && state !== 'applying') throw new Error(failure?.message ?? `the tax list ended as ${state}`);
    note(task?.progress ? `${state} ${task.progress.done}` : 'waiting for the worker');
    await sleep(200);
  }
}
