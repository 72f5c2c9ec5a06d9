import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { openApiDocument } from '../../apps/api/src/open-api.js';
import { asOwner } from '../support/database.js';
import { appliedImport, bill, checkedList, dispute, issuedLetter, requestedLetter, settledArea, waitingTask } from '../support/leak-builders.js';
import { columnsThePortalReads, forge, listen } from '../support/leak-elsewhere.js';
import { type Operation, operationsOf } from '../support/leak-routes.js';
import { answerOf, askedInVillages } from '../support/leak-walk.js';
import { type LeakWorld, openLeakWorld, secretsOf } from '../support/leak-world.js';
import { jobNames } from '#platform';
import { type Browser, signedIn } from '../support/sign-in.js';
import { tenantTables } from './tables.js';

jest.setTimeout(120_000);

let world: LeakWorld;
let operations: Operation[];
let lists: string[];

beforeAll(async () => {
  world = await openLeakWorld();
  for (const build of [settledArea, requestedLetter, issuedLetter, appliedImport, waitingTask, bill, dispute]) await build(world.first);
  operations = operationsOf(openApiDocument(world.api.app));
  lists = operations.filter(({ method, path, permission }) => method === 'GET' && !path.includes('{') && permission !== 'public' && !path.endsWith('/events')).map(({ path }) => path.replace('/api/v1', ''));
});
afterAll(() => world.close());

const telling = async (browser: Browser, secrets: readonly string[]): Promise<string[]> => {
  const told: string[] = [];
  for (const path of lists) {
    const { text } = await answerOf(browser.get(path === '/search' ? '/search?q=SEKAR' : path), '\u0000');
    if (secrets.some((secret) => text.includes(secret))) told.push(path);
  }
  return told;
};

describe('what a village never hears of another', () => {
  it('is in no list, count, file or first page: those of the village itself do tell', async () => {
    const secrets = await secretsOf(world.first.unit.id);
    for (const chair of ['secretary', 'head', 'treasurer', 'hamletHead'] as const) expect([chair, await telling(world.second[chair], secrets)]).toEqual([chair, []]);
    const own = await telling(world.first.secretary, secrets);
    expect(own).toEqual(expect.arrayContaining(['/areas', '/audit-entries', '/audit-entries/export.csv', '/bills', '/families', '/families/export.csv', '/home', '/ledger/journals', '/letters', '/letters/export.csv', '/officials', '/resident-imports', '/residents', '/residents/export.csv', '/search', '/tasks', '/users']));
  });

  it('is not even told to the village it is about, when a villager reports a payment past it', async () => {
    const reports = await asOwner<{ secret: string }>('select unnest(array[id::text, case_number]) as secret from payment_disputes where for_village_id = $1', [world.first.unit.id]);
    expect(reports.length).toBeGreaterThan(0);
    for (const chair of ['secretary', 'head', 'treasurer', 'hamletHead'] as const) expect([chair, await telling(world.first[chair], reports.map(({ secret }) => secret))]).toEqual([chair, []]);
  });

  it('is in no stream of events', async () => {
    const [own, foreign] = await Promise.all([listen(world.api, world.first.secretary), listen(world.api, world.second.secretary)]);
    await appliedImport(world.first);
    await appliedImport(world.second);
    const secrets = await secretsOf(world.first.unit.id);
    expect(secrets.some((secret) => own.heard().includes(secret))).toBe(true);
    expect(foreign.heard()).toContain('resident-import.apply');
    expect(secrets.filter((secret) => foreign.heard().includes(secret))).toEqual([]);
    own.stop();
    foreign.stop();
  });

  it('is told to no office above it, not even inside the village', async () => {
    const personal = lists.filter((path) => /^\/(residents|families|letters|letter-types|search|resident-import)/.test(path));
    expect(personal.length).toBeGreaterThan(9);
    for (const role of ['regency-admin', 'tax-office', 'village-affairs', 'civil-registry', 'inspectorate', 'platform-admin', 'district-head']) {
      const office = await signedIn(world.api, role, 0, role === 'district-head' ? world.first.unit.district : null);
      for (const path of personal) expect([role, path, (await office.get(path)).status]).toEqual([role, path, 403]);
      if ((await office.enter(world.first.unit.code, 'Memeriksa pelayanan surat')).status !== 200) continue;
      for (const path of personal) expect([role, 'inside', path, (await office.get(path)).status]).toEqual([role, 'inside', path, 403]);
    }
  });

  it('is no road into the office: what no role may ask inside a village is refused there to everyone', async () => {
    const office = operations.filter(({ permission }) => !askedInVillages(permission));
    expect(office.map(({ path }) => path)).toEqual(expect.arrayContaining(['/api/v1/assessment-imports/{id}', '/api/v1/assessment-imports/{id}/application']));
    const list = await checkedList(world.first);
    for (const { method, path } of office) {
      for (const chair of ['secretary', 'head', 'treasurer'] as const) {
        const { status } = await world.first[chair].send(method.toLowerCase() as 'get', path.replace('/api/v1', '').replace('{id}', list)).set('idempotency-key', uuidv7());
        expect([chair, method, path, status]).toEqual([chair, method, path, 403]);
      }
    }
  });

  it('is closed to the portal, but for the public columns of published tokens and of land tax', async () => {
    const read = await columnsThePortalReads(tenantTables, world.first.unit.id);
    expect(read).toEqual({
      areas: ['id', 'parent_id', 'village_id'],
      bill_positions: ['bill_id', 'owed', 'state', 'village_id'],
      bills: ['amount', 'closed_as', 'due_on', 'id', 'object_id', 'payer_name', 'tax_year', 'village_id'],
      collector_assignments: ['area_id', 'collector_id', 'ended_on', 'object_id', 'village_id'],
      collectors: ['ended_on', 'id', 'name', 'village_id'],
      document_tokens: ['document_id', 'document_sha256', 'public_snapshot', 'replaced', 'replaced_by_number', 'revoked_at', 'revoked_reason_public', 'standing', 'standing_at', 'token_hash', 'valid_until', 'village_id'],
      documents: ['kind', 'sha256', 'subject_id', 'subject_type', 'version', 'village_id'],
      payment_lines: ['bill_id', 'living', 'payment_id', 'penalty', 'principal', 'village_id'],
      payments: ['collector_id', 'id', 'number_text', 'received_on', 'reversed_at', 'village_id'],
      tax_objects: ['area_id', 'building_area', 'id', 'land_area', 'nop', 'place', 'village_id'],
      village_profiles: ['address', 'display_name', 'phone', 'village_id'],
    });
  });

  it('is out of reach of a job that names its records: the job runs in the village that asked for it', async () => {
    for (const job of jobNames()) expect([job, await forge(job, world)]).toEqual([job, { fromOutside: false, fromInside: true }]);
  });
});
