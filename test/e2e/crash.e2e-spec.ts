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
