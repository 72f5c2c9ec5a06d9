import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { importIssueGroups, importRunById, listImportIssues } from '#imports';
import { type Actor, FileObjectStore, jobActor, type JobVerb } from '#platform';
import { RecountTallies } from '#tallies';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { jobContext } from '../../../../test/support/job-context.js';
import { cardOf, csvOf, type ListRow, nikOf } from '../../../../test/support/resident-list.js';
import { buildResident } from '../../../../test/support/resident.js';
import { staffAt } from '../../../../test/support/staff.js';
import { CorrectResident } from '../population-event/correct-resident.js';
import { listResidents } from '../resident/resident.queries.js';
import { ApplyResidentImport } from './apply-resident-import.js';
import { CancelResidentImport } from './cancel-resident-import.js';
import { CheckResidentImport } from './check-resident-import.js';
import { ExpireResidentImports } from './expire-resident-imports.js';
import { ReverseResidentImport } from './reverse-resident-import.js';
import { RESIDENT_ISSUES } from './rules/import-issue.js';
import { StartResidentImport } from './start-resident-import.js';
import { TakeBackResidentImport } from './take-back-resident-import.js';
import { WriteResidentImportErrors } from './write-errors.js';
import { WriteResidentImport } from './write-resident-import.js';
import '../residents.tallies.js';

let app: OpenDatabase;
let worker: OpenDatabase;
let store: FileObjectStore;
let folder: string;
let serial = 0;
const words = { issueLabel: (code: string) => RESIDENT_ISSUES.label(code), fieldLabel: (field: string) => field };

beforeAll(async () => {
  app = await openDatabase('app');
  worker = await openDatabase('worker');
  folder = await mkdtemp(join(tmpdir(), 'pamong-store-'));
  store = new FileObjectStore(folder);
});

afterAll(async () => {
  await app.close();
  await worker.close();
  await rm(folder, { recursive: true, force: true });
});

/** One village and its operator, importing through the verbs the API and the worker run. */
class Desk {
  constructor(readonly actor: Actor) {}

  static async open(kind: 'desa' | 'kelurahan' = 'desa'): Promise<Desk> {
    return new Desk(await staffAt((await buildVillage(kind)).unitId, 'operator'));
  }

  async upload(content: string | Buffer, key = `kunci-unggah-${(serial += 1)}`): Promise<string> {
    return new StartResidentImport(app.database).run(this.actor, key, { name: 'penduduk.csv', ...(await store.put(Buffer.from(content))) });
  }

  async check(content: string | Buffer): Promise<string> {
    const id = await this.upload(content);
    await this.work(new CheckResidentImport(worker.database, store, worker.clock), id);
    await this.work(new WriteResidentImportErrors(worker.database, store), id);
    return id;
  }

  async apply(id: string, rows: 'all' | 'good' = 'all', existing: 'skip' | 'update' = 'skip'): Promise<void> {
    await new ApplyResidentImport(app.database).run(this.actor, id, `kunci-terap-${(serial += 1)}`, { rows, existing });
    await this.work(new WriteResidentImport(worker.database, worker.clock), id);
  }

  async reverse(id: string): Promise<void> {
    await new ReverseResidentImport(app.database).run(this.actor, id, 'Berkas yang diunggah salah');
    await this.work(new TakeBackResidentImport(worker.database, worker.clock), id);
  }

  async import(rows: ListRow[], mode: 'all' | 'good' = 'all', existing: 'skip' | 'update' = 'skip'): Promise<string> {
    const id = await this.check(csvOf(rows));
    await this.apply(id, mode, existing);
    return id;
  }

  work(verb: JobVerb<{ runId: string }>, runId: string, context = jobContext()): Promise<unknown> {
    return verb.run(jobActor(this.actor.unitId, 'spec', this.actor.userId), { runId }, context);
  }

  run(id: string) {
    return importRunById(app.database, this.actor, 'residents', id);
  }

  async issues(id: string): Promise<string[]> {
    return (await listImportIssues(app.database, this.actor, 'residents', id, { limit: 100 }, words)).items.map(({ row, severity, code }) => `${row} ${severity} ${code}`);
  }

  async names(): Promise<string[]> {
    return (await listResidents(app.database, app.clock, this.actor, { limit: 100 })).items.map((row) => row.name);
  }

  one<Row = Record<string, unknown>>(sql: string): Promise<Row | undefined> {
    return asOwner(sql, [this.actor.unitId]).then((rows) => rows[0] as Row | undefined);
  }

  async differences() {
    return new RecountTallies(app.database).run(jobActor(this.actor.unitId, 'spec'));
  }
}

const family: ListRow[] = [
  { nama: 'BUDI SANTOSO', nik: '3507992101880009', sex: '1' },
  { nama: 'SITI AMINAH', nik: nikOf(1), kk_level: '3' },
  { nama: 'RATNA', nik: nikOf(2), kk_level: '4' },
];

describe('an import of residents', () => {
  it('changes nothing before it is applied, then registers people, families, areas, words and opening events', async () => {
    const desk = await Desk.open();
    const id = await desk.check(csvOf(family));
    expect(await desk.run(id)).toMatchObject({ state: 'checked', counts: { total: 3, accepted: 3, warned: 0, rejected: 0, unchanged: 0, changed: 0, families: 1 }, actions: ['apply', 'cancel'] });
    expect(await desk.names()).toEqual([]);
    await desk.apply(id);
    expect(await desk.run(id)).toMatchObject({ state: 'applied', actions: ['reverse'] });
    expect(await desk.names()).toEqual(['BUDI SANTOSO', 'RATNA', 'SITI AMINAH']);
    const { items } = await listResidents(app.database, app.clock, desk.actor, { search: 'sit amin' });
    expect(items).toMatchObject([{ name: 'SITI AMINAH', hamlet: 'KRAJAN', rw: '001', rt: '002' }]);
    const events = await desk.one('select count(*)::int as n, min(type) as type, min(recorded_by_name) as who from population_events where village_id = $1');
    expect(events).toEqual({ n: 3, type: 'opening', who: desk.actor.userName });
    expect(await desk.differences()).toEqual([]);
    expect(await desk.one('select count(*)::int as n from resident_import_rows where village_id = $1')).toEqual({ n: 0 });
  });

  it('stays in its village', async () => {
    const [here, there] = [await Desk.open(), await Desk.open()];
    await there.import([{ nama: 'ORANG SANA', nik: nikOf(1), no_kk: cardOf(1) }]);
    const id = await here.import([{ nama: 'ORANG SINI', nik: nikOf(1), no_kk: cardOf(1) }]);
    expect([await here.names(), await there.names()]).toEqual([['ORANG SINI'], ['ORANG SANA']]);
    await expect(there.run(id)).rejects.toMatchObject({ status: 404 });
    await expect(there.issues(id)).rejects.toMatchObject({ status: 404 });
    await expect(new ApplyResidentImport(app.database).run(there.actor, id, 'kunci-orang-lain', { rows: 'all', existing: 'skip' })).rejects.toMatchObject({ status: 404 });
    await expect(new ReverseResidentImport(app.database).run(there.actor, id, 'alasan apa pun')).rejects.toMatchObject({ status: 404 });
    await expect(new CancelResidentImport(app.database).run(there.actor, id)).rejects.toMatchObject({ status: 404 });
  });

  it('of the same file changes nothing the second time, also for people without a NIK', async () => {
    const desk = await Desk.open();
    const rows = [...family, { nama: 'TANPA NIK', nik: '0', no_kk: '0' }, { nama: 'ALMARHUM', nik: nikOf(7), kk_level: '9', status_dasar: '2' }];
    await desk.import(rows);
    const before = await desk.one('select count(*)::int as residents, (select count(*)::int from families where village_id = $1) as families, (select count(*)::int from population_events where village_id = $1) as events from residents where village_id = $1');
    const again = await desk.check(csvOf(rows));
    expect((await desk.run(again)).counts).toMatchObject({ total: 5, accepted: 0, unchanged: 5, changed: 0, rejected: 0 });
    await desk.apply(again, 'all', 'update');
    expect(await desk.one('select count(*)::int as residents, (select count(*)::int from families where village_id = $1) as families, (select count(*)::int from population_events where village_id = $1) as events from residents where village_id = $1')).toEqual(before);
    expect(await desk.differences()).toEqual([]);
  });

  it('gives everyone without a number a temporary one of the village, skipping those in use', async () => {
    const desk = await Desk.open();
    await desk.import([{ nama: 'SATU', nik: '0', no_kk: '0' }, { nama: 'DUA', nik: '', no_kk: '' }]);
    await desk.import([{ nama: 'TIGA', nik: '0', no_kk: '0' }]);
    const rows = await asOwner<{ nik: string; number: string; name: string }>('select r.nik, f.number, r.name from residents r join families f on f.village_id = r.village_id and f.id = r.family_id where r.village_id = $1 order by r.nik', [desk.actor.unitId]);
    expect(rows.map((row) => [row.name, row.nik.slice(-5), row.number.slice(-5)])).toEqual([['SATU', '00001', '00001'], ['DUA', '00002', '00002'], ['TIGA', '00003', '00003']]);
    expect(rows[0]?.nik).toMatch(/^035079920\d{7}$/);
  });

  it('takes in only the good rows when the clerk says so, and refuses all while one is wrong', async () => {
    const desk = await Desk.open();
    const id = await desk.check(csvOf([...family, { nama: 'SALAH', nik: '12345', kk_level: '4' }]));
    expect((await desk.run(id)).counts).toMatchObject({ accepted: 3, rejected: 1 });
    await expect(new ApplyResidentImport(app.database).run(desk.actor, id, 'kunci-semua', { rows: 'all', existing: 'skip' })).rejects.toMatchObject({ code: 'IMPORT_HAS_ERRORS', status: 409 });
    await desk.apply(id, 'good');
    expect(await desk.names()).toEqual(['BUDI SANTOSO', 'RATNA', 'SITI AMINAH']);
  });

  it('names the rows that need work, grouped, and writes them into a workbook that can be uploaded again', async () => {
    const desk = await Desk.open();
    const id = await desk.check(csvOf([...family, { nama: 'SALAH', nik: '12345', kk_level: '4' }, { nama: 'KEPALA DUA', nik: nikOf(3) }, { nama: 'KEMBAR', nik: nikOf(1), kk_level: '4' }]));
    expect(await desk.issues(id)).toEqual(['3 error NIK_REPEATED', '5 error NIK_LENGTH', '6 error SECOND_HEAD', '7 error NIK_REPEATED']);
    const { items } = await listImportIssues(app.database, desk.actor, 'residents', id, { code: 'NIK_REPEATED' }, words);
    expect(items.map((issue) => issue.name)).toEqual(['SITI AMINAH', 'KEMBAR']);
    expect(await importIssueGroups(app.database, desk.actor, 'residents', id, words)).toEqual({ items: [
      { severity: 'error', code: 'NIK_REPEATED', label: 'NIK ganda dalam berkas', count: 2 }, { severity: 'error', code: 'NIK_LENGTH', label: 'NIK tidak 16 angka', count: 1 }, { severity: 'error', code: 'SECOND_HEAD', label: 'Kepala keluarga ganda', count: 1 },
    ] });
    const run = await desk.one<{ errors_sha256: string }>(`select errors_sha256 from import_runs where village_id = $1`);
    const book = await store.read(run?.errors_sha256 ?? '');
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(book as never);
    expect(workbook.worksheets[0]?.rowCount).toBe(5);
    const again = await desk.check(book);
    expect((await desk.run(again)).counts).toMatchObject({ total: 4, accepted: 1, rejected: 3 });
  });

  it('has its errors written once whoever waits for the application is served', async () => {
    const desk = await Desk.open();
    const id = await desk.upload(csvOf([...family, { nama: '', nik: nikOf(70) }]));
    await desk.work(new CheckResidentImport(worker.database, store, worker.clock), id);
    await asOwner(`update import_runs set state = 'applying' where id = $1`, [id]);
    let written = false;
    const writing = desk.work(new WriteResidentImportErrors(worker.database, store), id).then(() => (written = true));
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(written).toBe(false);
    await asOwner(`update import_runs set state = 'applied', applied_at = now() where id = $1`, [id]);
    await writing;
    expect(await desk.run(id)).toMatchObject({ actions: expect.arrayContaining(['download-errors']) });
  });

  it('refuses a new head for a family that has one in the register, and does not call that family headless', async () => {
    const desk = await Desk.open();
    await desk.import(family);
    const id = await desk.check(csvOf([{ nama: 'KEPALA BARU', nik: nikOf(20) }, { nama: 'ANAK BARU', nik: nikOf(21), kk_level: '4' }]));
    expect(await desk.issues(id)).toEqual(['2 error SECOND_HEAD']);
  });

  it('warns of a family without a head and of somebody who may be registered without NIK', async () => {
    const desk = await Desk.open();
    await desk.import([{ nama: 'ORANG LAMA', nik: '0', no_kk: cardOf(5) }]);
    const id = await desk.check(csvOf([{ nama: 'ORANG LAMA', nik: nikOf(30), no_kk: cardOf(6) }, { nama: 'ANAK', nik: nikOf(31), kk_level: '4', no_kk: cardOf(7) }]));
    expect(await desk.issues(id)).toEqual(['2 warning PERSON_MAYBE_REGISTERED', '3 warning FAMILY_WITHOUT_HEAD']);
    expect((await desk.run(id)).counts).toMatchObject({ accepted: 2, warned: 2, rejected: 0 });
  });

  it('never answers a list it cannot read with half a list', async () => {
    const desk = await Desk.open();
    const id = await desk.upload('bukan;daftar\r\n1;2');
    await expect(desk.work(new CheckResidentImport(worker.database, store, worker.clock), id)).rejects.toMatchObject({ code: 'FILE_NO_HEADINGS' });
    expect(await desk.run(id)).toMatchObject({ state: 'failed', failure: { code: 'FILE_NO_HEADINGS' }, counts: null, actions: [] });
  });
});

describe('people registered already', () => {
  const changedRows: ListRow[] = [{ ...family[0], nama: 'BUDI SANTOSA', pekerjaan_id: '88', tanggallahir: '22-01-1988', nik: '3507992101880009', rt: '5' }, { ...family[1], kk_level: '9', status_dasar: '2' }];

  it('are left as they are unless the clerk wants them updated, which is a correction with its diff', async () => {
    const desk = await Desk.open();
    await desk.import(family);
    const skipped = await desk.check(csvOf(changedRows));
    expect((await desk.run(skipped)).counts).toMatchObject({ accepted: 0, changed: 1, unchanged: 1 });
    expect(await desk.issues(skipped)).toContain('3 warning KEPT_BY_IMPORT');
    await desk.apply(skipped, 'all', 'skip');
    expect(await desk.names()).toContain('BUDI SANTOSO');

    await desk.import(changedRows, 'all', 'update');
    expect(await desk.names()).toEqual(['BUDI SANTOSA', 'RATNA', 'SITI AMINAH']);
    const event = await desk.one<{ detail: unknown }>(`select detail from population_events where village_id = $1 and type = 'correction'`);
    expect(event?.detail).toEqual({ name: ['BUDI SANTOSO', 'BUDI SANTOSA'], birthDate: ['1988-01-21', '1988-01-22'], occupation: [1, 88], rt: ['002', '005'] });
    const { items } = await listResidents(app.database, app.clock, desk.actor, { search: 'santosa' });
    expect(items).toMatchObject([{ rt: '005', birthDate: '1988-01-22' }]);
    expect((await listResidents(app.database, app.clock, desk.actor, { search: 'santoso' })).items).toEqual([]);
    expect(await desk.differences()).toEqual([]);
  });

  it('keep status, family and position, whatever the list says', async () => {
    const desk = await Desk.open();
    await desk.import(family);
    await desk.import([{ ...family[1], kk_level: '9', status_dasar: '2', no_kk: cardOf(77) }], 'all', 'update');
    expect(await desk.one(`select basic_status, family_position from residents where village_id = $1 and name = 'SITI AMINAH'`)).toEqual({ basic_status: 1, family_position: 3 });
    expect(await desk.one(`select count(*)::int as n from families where village_id = $1`)).toEqual({ n: 1 });
  });

  it('that changed after the check stop the import as a whole', async () => {
    const desk = await Desk.open();
    await desk.import(family);
    const id = await desk.check(csvOf([...changedRows, { nama: 'ORANG BARU', nik: nikOf(40), kk_level: '4' }]));
    const budi = await desk.one<{ id: string }>(`select id from residents where village_id = $1 and name = 'BUDI SANTOSO'`);
    await new CorrectResident(app.database, app.clock).run(desk.actor, { residentId: budi?.id ?? '', reportedOn: app.clock.today(), changes: { phone: '081234567890' } });
    await expect(desk.apply(id, 'all', 'update')).rejects.toMatchObject({ code: 'IMPORT_STALE' });
    expect(await desk.run(id)).toMatchObject({ state: 'failed', failure: { code: 'IMPORT_STALE' } });
    expect(await desk.names()).not.toContain('ORANG BARU');
  });

  it('in the meantime stop it too', async () => {
    const desk = await Desk.open();
    const id = await desk.check(csvOf(family));
    await buildResident(desk.actor.unitId, { nik: nikOf(1), name: 'Lebih Dulu' });
    await expect(desk.apply(id)).rejects.toMatchObject({ code: 'IMPORT_STALE' });
    expect(await desk.names()).toEqual(['Lebih Dulu']);
  });
});

describe('checked rows that are no longer all there', () => {
  it.each([`delete from resident_import_rows where village_id = $1 and nik = '${nikOf(2)}'`, `update resident_import_rows set outcome = 'unchanged' where village_id = $1 and nik = '${nikOf(2)}'`])('are not written as if they were the list: %s', async (loss) => {
    const desk = await Desk.open();
    const id = await desk.check(csvOf(family));
    await desk.one(loss);
    await expect(desk.apply(id)).rejects.toMatchObject({ code: 'IMPORT_CHECK_LOST' });
    expect(await desk.run(id)).toMatchObject({ state: 'failed', failure: { code: 'IMPORT_CHECK_LOST' } });
    expect(await desk.names()).toEqual([]);
  });
});

describe('taking an import back', () => {
  it('removes its people and families, answers every event by its reversal, and leaves the counts at nothing', async () => {
    const desk = await Desk.open();
    const id = await desk.import([...family, { nama: 'TANPA NIK', nik: '0', no_kk: '0' }]);
    await desk.reverse(id);
    expect(await desk.run(id)).toMatchObject({ state: 'reversed', actions: ['download-errors'] });
    expect(await desk.names()).toEqual([]);
    expect(await desk.one(`select (select count(*)::int from families where village_id = $1) as families, (select count(*)::int from resident_tokens where village_id = $1) as tokens,
       (select count(*)::int from population_events where village_id = $1) as events, (select count(*)::int from population_events where village_id = $1 and reverses is not null and recorded_by_name <> '') as reversals`)).toEqual({ families: 0, tokens: 0, events: 8, reversals: 4 });
    expect(await desk.differences()).toEqual([]);
    await desk.import(family);
    expect(await desk.names()).toHaveLength(3);
  });

  it('puts people it had updated back as they were', async () => {
    const desk = await Desk.open();
    await desk.import(family);
    const before = await desk.one(`select name, sort_name, birth_date, occupation, area_id from residents where village_id = $1 and nik = '3507992101880009'`);
    const id = await desk.import([{ ...family[0], nama: 'BUDI BARU', tanggallahir: '01-02-1980', pekerjaan_id: '15', rt: '9' }, { nama: 'TAMBAHAN', nik: nikOf(50), kk_level: '4' }], 'good', 'update');
    await desk.reverse(id);
    expect(await desk.one(`select name, sort_name, birth_date, occupation, area_id from residents where village_id = $1 and nik = '3507992101880009'`)).toEqual(before);
    expect(await desk.names()).toEqual(['BUDI SANTOSO', 'RATNA', 'SITI AMINAH']);
    expect((await listResidents(app.database, app.clock, desk.actor, { search: 'budi santoso' })).items).toHaveLength(1);
    expect(await desk.differences()).toEqual([]);
  });

  it('is refused once one of its people was changed, naming him', async () => {
    const desk = await Desk.open();
    const id = await desk.import(family);
    const ratna = await desk.one<{ id: string }>(`select id from residents where village_id = $1 and name = 'RATNA'`);
    await new CorrectResident(app.database, app.clock).run(desk.actor, { residentId: ratna?.id ?? '', reportedOn: app.clock.today(), changes: { phone: '081234567890' } });
    await expect(new ReverseResidentImport(app.database).run(desk.actor, id, 'salah berkas')).rejects.toMatchObject({ code: 'IMPORT_IN_USE', status: 409, detail: expect.stringContaining('RATNA') });
    expect(await desk.run(id)).toMatchObject({ state: 'applied', actions: ['reverse'] });
  });
});

describe('uploading and cancelling', () => {
  it('is one run for one key, refused for the same key with another file', async () => {
    const desk = await Desk.open();
    const first = await desk.upload(csvOf(family), 'kunci-yang-sama');
    expect(await desk.upload(csvOf(family), 'kunci-yang-sama')).toBe(first);
    await expect(desk.upload(csvOf(family.slice(1)), 'kunci-yang-sama')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', status: 409 });
    expect(await desk.one('select count(*)::int as n from tasks where village_id = $1')).toEqual({ n: 1 });
  });

  it('applies once for one key and tells another choice with it apart', async () => {
    const desk = await Desk.open();
    const id = await desk.check(csvOf(family));
    const apply = new ApplyResidentImport(app.database);
    await apply.run(desk.actor, id, 'kunci-terap', { rows: 'all', existing: 'skip' });
    await apply.run(desk.actor, id, 'kunci-terap', { rows: 'all', existing: 'skip' });
    await expect(apply.run(desk.actor, id, 'kunci-terap', { rows: 'good', existing: 'skip' })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    await expect(apply.run(desk.actor, id, 'kunci-lain', { rows: 'all', existing: 'skip' })).rejects.toMatchObject({ code: 'IMPORT_STATE' });
  });

  it('can be asked for again with the same key once its writing was cancelled', async () => {
    const desk = await Desk.open();
    const id = await desk.check(csvOf(family));
    const ask = (): Promise<void> => new ApplyResidentImport(app.database).run(desk.actor, id, 'kunci-dibatalkan', { rows: 'all', existing: 'skip' });
    const write = new WriteResidentImport(worker.database, worker.clock);
    await ask();
    await expect(desk.work(write, id, jobContext({ signal: AbortSignal.abort(new Error('cancelled')), cancelled: true }))).rejects.toThrow();
    expect([(await desk.run(id)).state, await desk.names()]).toEqual(['checked', []]);
    await ask();
    await desk.work(write, id);
    expect([(await desk.run(id)).state, (await desk.names()).length]).toEqual(['applied', 3]);
  });

  it('writes one list of a village at a time', async () => {
    const desk = await Desk.open();
    const [one, two] = [await desk.check(csvOf(family)), await desk.check(csvOf([{ nama: 'LAIN', nik: nikOf(60), no_kk: cardOf(60) }]))];
    const apply = new ApplyResidentImport(app.database);
    await apply.run(desk.actor, one, 'kunci-satu', { rows: 'all', existing: 'skip' });
    await expect(apply.run(desk.actor, two, 'kunci-dua-dua', { rows: 'all', existing: 'skip' })).rejects.toMatchObject({ code: 'IMPORT_BUSY', status: 409 });
  });

  it('leaves nothing of a dry run that a person cancels', async () => {
    const desk = await Desk.open();
    const id = await desk.upload(csvOf(family));
    const stop = AbortSignal.abort(new Error('cancelled'));
    await expect(desk.work(new CheckResidentImport(worker.database, store, worker.clock), id, jobContext({ signal: stop, cancelled: true }))).rejects.toThrow();
    expect(await desk.run(id)).toMatchObject({ state: 'cancelled', counts: null });
  });

  it('takes a run up again that a shutdown interrupted', async () => {
    const desk = await Desk.open();
    const id = await desk.upload(csvOf(family));
    const verb = new CheckResidentImport(worker.database, store, worker.clock);
    await expect(desk.work(verb, id, jobContext({ signal: AbortSignal.abort(new Error('shutting down')) }))).rejects.toThrow();
    expect(await desk.run(id)).toMatchObject({ state: 'checking' });
    await desk.work(verb, id);
    await desk.work(verb, id);
    expect((await desk.run(id)).counts).toMatchObject({ accepted: 3 });
  });

  it('gives up a checked list', async () => {
    const desk = await Desk.open();
    const id = await desk.check(csvOf(family));
    await new CancelResidentImport(app.database).run(desk.actor, id);
    expect(await desk.run(id)).toMatchObject({ state: 'cancelled', actions: [] });
    await expect(new ApplyResidentImport(app.database).run(desk.actor, id, 'kunci-terlambat', { rows: 'all', existing: 'skip' })).rejects.toMatchObject({ code: 'IMPORT_STATE' });
  });

  it('gives up a list that nobody applied for a week, and keeps a younger one', async () => {
    const desk = await Desk.open();
    const [old, young] = [await desk.check(csvOf(family)), await desk.check(csvOf(family))];
    await asOwner(`update import_runs set checked_at = checked_at - interval '8 days' where village_id = $1 and id = $2`, [desk.actor.unitId, old]);
    await new ExpireResidentImports(worker.database, worker.clock).run();
    expect([(await desk.run(old)).state, (await desk.run(young)).state]).toEqual(['cancelled', 'checked']);
    expect(await asOwner('select distinct run_id from resident_import_rows where village_id = $1', [desk.actor.unitId])).toEqual([{ run_id: young }]);
  });

  it('keeps the staging table from the app', async () => {
    await expect(app.database.inVillage(jobActor(1, 'spec'), (tx) => tx.query('select 1 from resident_import_rows'))).rejects.toMatchObject({ code: '42501' });
  });
});
