import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { Database, jobActor } from '#platform';
import { RecountTallies } from '#tallies';
import { type TestApi, startApi } from '../support/api.js';
import { startBuilt } from '../support/built-process.js';
import { asOwner } from '../support/database.js';
import { buildVillage } from '../support/database-of.js';
import { buildOfficial, businessForm } from '../support/letter-desk.js';
import { buildResident } from '../support/resident.js';
import { bigList, csvOf } from '../support/resident-list.js';
import { Browser, signedIn } from '../support/sign-in.js';
import { until } from '../support/until.js';

const ROWS = 400;
let api: TestApi;
let folder: string;

beforeAll(async () => {
  api = await startApi();
  folder = await mkdtemp(join(tmpdir(), 'pamong-crash-'));
});

afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

/** A worker that kills itself at the named place; then, while another one runs, `after`, until no work is left. */
async function crashAt(point: string, look: () => Promise<void>, after: () => Promise<void>): Promise<void> {
  const doomed = await startBuilt('worker', { PAMONG_FAULT: point });
  expect(await doomed.ended).toBe('SIGKILL');
  await look();
  const next = await startBuilt('worker');
  try {
    await after();
    await settled();
  } finally {
    await next.stop();
  }
}

/** No work of any unit is left to do. */
const settled = () => until(() => asOwner<{ n: number }>('select count(*)::int as n from outbox where done_at is null and failed_at is null'), (rows) => rows[0]?.n === 0);

const counts = async (unit: number) =>
  (await asOwner(`select (select count(*)::int from residents where village_id = $1) as residents, (select count(*)::int from families where village_id = $1) as families,
     (select count(*)::int from population_events where village_id = $1) as events, (select count(*)::int from import_issues where village_id = $1) as issues,
     (select count(*)::int from resident_import_rows where village_id = $1) as staged`, [unit]))[0];

// Two starts of a worker and the seconds until a queue gives a dead one's job to the next.
jest.setTimeout(180_000);

describe('a worker killed in the middle of an import', () => {
  it.each([
    ['resident-import:checked', { residents: 0, families: 0, events: 0, issues: 0, staged: 0 }],
    ['resident-import:written', { residents: 0, families: 0, events: 0, issues: 1, staged: ROWS }],
  ])('at %s leaves nothing half-done, and the next one completes it once', async (point, atCrash) => {
    const { unitId } = await buildVillage();
    const operator = await signedIn(api, 'operator', unitId);
    const { body } = await upload(operator, csvOf([...bigList(ROWS), { nama: 'SALAH', nik: '1', kk_level: '4' }]));
    const id = body.id as string;
    const applied = point === 'resident-import:written' ? applyWhenChecked(operator, id) : null;
    await crashAt(point, async () => expect(await counts(unitId)).toEqual(atCrash), () => applied ?? applyWhenChecked(operator, id));
    expect(await counts(unitId)).toEqual({ residents: ROWS, families: ROWS / 4, events: ROWS, issues: 1, staged: 0 });
    expect((await operator.get(`/resident-imports/${id}`)).body).toMatchObject({ state: 'applied', counts: { accepted: ROWS, rejected: 1 } });
    expect((await operator.get('/tasks')).body.items.map((task: { status: string }) => task.status)).toEqual(['done', 'done']);
    expect(await new RecountTallies(api.app.get(Database)).run(jobActor(unitId, 'spec'))).toEqual([]);
  });
});

describe('a worker killed in the middle of a batch of letters', () => {
  it.each(['render-letter:typeset#2', 'render-letter:stored#3'])('at %s prints every letter once, with the numbers they had', async (point) => {
    const { unitId } = await buildVillage();
    const [operator, head] = await Promise.all([signedIn(api, 'operator', unitId), signedIn(api, 'village-head', unitId)]);
    const officialId = await buildOfficial(unitId, { userId: head.userId });
    const { id: residentId } = await buildResident(unitId);
    const ids: string[] = [];
    for (let nth = 0; nth < LETTERS; nth += 1) ids.push(await approvedLetter(operator, head, { type: 'SKU', residentId, data: businessForm, signatory: { officialId, capacity: 'head' } }));
    await crashAt(point, async () => expect((await letters(unitId)).some((letter) => letter.status === 'approved')).toBe(true), () => Promise.resolve());
    expect(await letters(unitId)).toEqual(ids.map((id, place) => ({ id, number: place + 1, status: 'issued', documents: 1, published: 1, issues: 1 })));
    for (const id of ids) expect((await operator.get(`/letters/${id}/document.pdf`)).status).toBe(200);
    // The resident was put in by hand and counted nowhere.
    const drift = await new RecountTallies(api.app.get(Database)).run(jobActor(unitId, 'spec'));
    expect(drift.filter(({ measure }) => measure === 'letters')).toEqual([]);
  });
});

const LETTERS = 6;

async function approvedLetter(operator: Browser, head: Browser, body: object): Promise<string> {
  const { body: letter } = await operator.post('/letters', body).set('idempotency-key', uuidv7());
  const id = letter.id as string;
  expect((await operator.post(`/letters/${id}/verification`)).status).toBe(200);
  expect((await head.post(`/letters/${id}/approval`)).status).toBe(200);
  return id;
}

const letters = (unit: number) =>
  asOwner<{ id: string; number: number; status: string }>(
    `select l.id, l.number, l.status, (select count(*)::int from documents d where d.village_id = $1 and d.subject_id = l.id) as documents,
            (select count(*)::int from document_tokens t where t.village_id = $1 and t.subject_id = l.id and t.document_id is not null) as published,
            (select count(*)::int from letter_steps s where s.village_id = $1 and s.letter_id = l.id and s.step = 'issued') as issues
       from letters l where l.village_id = $1 order by l.number`, [unit]);

async function upload(operator: Browser, content: string) {
  const path = join(folder, 'list.csv');
  await writeFile(path, content);
  return operator.send('post', '/resident-imports').set('idempotency-key', uuidv7()).attach('file', createReadStream(path), 'penduduk.csv');
}

async function applyWhenChecked(operator: Browser, id: string): Promise<void> {
  await until(async () => (await operator.get(`/resident-imports/${id}`)).body.state as string, (state) => state === 'checked');
  const answer = await operator.post(`/resident-imports/${id}/application`, { rows: 'good', existing: 'skip' }).set('idempotency-key', uuidv7());
  expect(answer.status).toBe(202);
}
