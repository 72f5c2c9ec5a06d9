import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importRunById, listImportIssues } from '#imports';
import { VerifyLedger, trialBalance } from '#ledger';
import { type Actor, FileObjectStore, jobActor, type JobVerb } from '#platform';
import { RecountTallies } from '#tallies';
import { AddArea } from '#villages';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { jobContext } from '../../../../test/support/job-context.js';
import { staffAt } from '../../../../test/support/staff.js';
import { dhkpOf, nopOf, type TaxRow } from '../../../../test/support/tax-list.js';
import { PlaceTaxObject } from '../tax-object/place-tax-object.js';
import { ApplyAssessmentImport } from './apply-assessment-import.js';
import { listAssessmentParts } from './assessment-part.queries.js';
import { CancelAssessmentImport } from './cancel-assessment-import.js';
import { CheckAssessmentImport } from './check-assessment-import.js';
import { ClearAssessmentImport } from './clear-assessment-import.js';
import { CompareAssessmentParts } from './compare-assessment-parts.js';
import { ConfirmPrefixes } from './confirm-prefixes.js';
import { ExpireAssessmentImports } from './expire-assessment-imports.js';
import { ReverseAssessmentImport } from './reverse-assessment-import.js';
import { columnLabel } from './rules/assessment-columns.js';
import { ASSESSMENT_ISSUES } from './rules/assessment-issues.js';
import { StartAssessmentImport } from './start-assessment-import.js';
import { TakeBackAssessmentImport } from './take-back-assessment-import.js';
import { WriteAssessmentErrors } from './write-assessment-errors.js';
import { WriteAssessmentImport } from './write-assessment-import.js';
import '../accounts.js';
import '../pbb.tallies.js';

let app: OpenDatabase;
let worker: OpenDatabase;
let store: FileObjectStore;
let folder: string;
let office: Actor;
let serial = 0;
let nextPrefix = 9_900_000_000 + (Date.now() % 50_000) * 1000;
const words = { issueLabel: (code: string) => ASSESSMENT_ISSUES.label(code), fieldLabel: columnLabel };

/** A village and the prefix of its NOPs. */
interface Place { readonly unitId: number; readonly code: string; readonly prefix: string }

const place = async (): Promise<Place> => ({ ...(await buildVillage()), prefix: String((nextPrefix += 1)) });

beforeAll(async () => {
  app = await openDatabase('app');
  worker = await openDatabase('worker');
  folder = await mkdtemp(join(tmpdir(), 'pamong-store-'));
  store = new FileObjectStore(folder);
  await buildVillage();
  office = await staffAt(0, 'tax-office');
});

afterAll(async () => {
  await app.close();
  await worker.close();
  await rm(folder, { recursive: true, force: true });
});

const work = (verb: JobVerb<{ runId: string }>, runId: string, context = jobContext()): Promise<unknown> => verb.run(jobActor(0, 'spec', office.userId), { runId }, context);
const run = (id: string) => importRunById(app.database, office, 'assessments', id);
const parts = async (id: string) => (await listAssessmentParts(app.database, office, id, { limit: 100 })).items;
const issues = async (id: string): Promise<string[]> => (await listImportIssues(app.database, office, 'assessments', id, { limit: 100 }, words)).items.map(({ row, severity, code }) => `${row} ${severity} ${code}`);

async function upload(content: string, fields: Record<string, string> = {}, key = `kunci-pajak-${(serial += 1)}`): Promise<string> {
  return new StartAssessmentImport(app.database).run(office, key, { name: 'dhkp.csv', ...(await store.put(Buffer.from(content))), fields: { taxYear: '2026', dueOn: '2026-09-30', ...fields } });
}

async function check(content: string, fields: Record<string, string> = {}): Promise<string> {
  const id = await upload(content, fields);
  await work(new CheckAssessmentImport(worker.database, store), id);
  await work(new WriteAssessmentErrors(worker.database, store), id);
  return id;
}

async function confirm(id: string, ...places: Place[]): Promise<void> {
  await new ConfirmPrefixes(app.database).run(office, id, places.map(({ prefix, code }) => ({ prefix, village: code })));
  await work(new CompareAssessmentParts(worker.database), id);
}

async function apply(id: string, rows: 'all' | 'good' = 'all'): Promise<void> {
  await new ApplyAssessmentImport(app.database).run(office, id, `kunci-terap-${(serial += 1)}`, { rows });
  await work(new WriteAssessmentImport(worker.database, worker.clock), id);
}

async function reverse(id: string): Promise<void> {
  await new ReverseAssessmentImport(app.database).run(office, id, 'Daftar yang diunggah salah');
  await work(new TakeBackAssessmentImport(worker.database, worker.clock), id);
}

/** A first list of one village, confirmed and applied. */
async function load(at: Place, rows: TaxRow[]): Promise<string> {
  const id = await check(dhkpOf(rows));
  if ((await parts(id)).some(({ state }) => state === 'unconfirmed')) await confirm(id, at);
  await apply(id);
  return id;
}

const bills = (at: Place) =>
  asOwner<{ serial: string; tax_year: number; cycle: number; amount: string; state: string; owed: string; closed_as: string | null }>(
    `select substr(o.nop, 14, 4) as serial, b.tax_year, b.cycle, b.amount::text, p.state, p.owed::text, b.closed_as
       from bills b join tax_objects o on o.village_id = b.village_id and o.id = b.object_id join bill_positions p on p.village_id = b.village_id and p.bill_id = b.id
      where b.village_id = $1 order by o.nop, b.tax_year, b.cycle`,
    [at.unitId],
  ).then((rows) => rows.map((row) => [row.serial, row.tax_year, row.cycle, row.amount, row.state, row.owed, row.closed_as ?? ''].join(' ')));

const balances = async (at: Place) => Object.fromEntries((await trialBalance(app.database, jobActor(at.unitId, 'spec'), {})).accounts.map((row) => [row.kind, row.balance]));

/** What must hold of a village's book whatever was done to it. */
async function assertBooks(at: Place): Promise<void> {
  const actor = jobActor(at.unitId, 'spec');
  expect(await new VerifyLedger(app.database).run(actor)).toMatchObject({ intact: true });
  expect(await new RecountTallies(app.database).run(actor)).toEqual([]);
  const off = await asOwner(
    `select p.bill_id from bill_positions p left join lateral (
       select coalesce(sum(case when t.debit = 'receivable' then t.amount else 0 end) - sum(case when t.credit = 'receivable' then t.amount else 0 end), 0) as owed
         from transfers t where t.village_id = p.village_id and t.item_id = p.bill_id) posted on true
      where p.village_id = $1 and p.owed <> posted.owed`,
    [at.unitId],
  );
  expect(off).toEqual([]);
}

describe('where the objects of a list lie', () => {
  const placed = async (at: Place): Promise<string[]> =>
    (await asOwner<{ place: string }>(
      `select substr(o.nop, 14, 4) || ' ' || coalesce(a.kind || ' ' || a.name, '-') || case when o.area_by_hand then ' hand' else '' end as place
         from tax_objects o left join areas a on a.village_id = o.village_id and a.id = o.area_id where o.village_id = $1 order by o.nop`,
      [at.unitId],
    )).map(({ place: said }) => said);
  const addArea = async (at: Place, kind: 'hamlet' | 'rw' | 'rt', name: string, parentId?: string): Promise<string> => (await new AddArea(app.database).run(jobActor(at.unitId, 'spec'), { kind, name, ...(parentId ? { parentId } : {}) })).id;
  const HEADINGS = 'NOP;Nama WP;Pajak Terhutang;Dusun;RT;RW';
  const row = (at: Place, n: number, where: string, amount = 25_000): string => `${nopOf(at.prefix, n)};SULASTRI;${amount};${where}`;

  it('is found in the areas of their own village; a later list finds it anew and moves nothing that was placed by hand', async () => {
    const [first, second] = [await place(), await place()];
    const krajan = await addArea(first, 'hamlet', 'KRAJAN');
    await addArea(first, 'rt', '1', await addArea(first, 'rw', '2', krajan));
    await addArea(second, 'hamlet', 'LOR');
    const list = (one: string): string => [HEADINGS, row(first, 1, one), row(first, 2, 'DSN KRAJAN;;'), row(first, 3, 'LOR;;'), row(second, 1, 'Dusun Lor;4;9')].join('\n');
    const id = await check(list('KRAJAN;1;2'));
    await confirm(id, first, second);
    await apply(id);
    expect(await placed(first)).toEqual(['0001 rt 001', '0002 hamlet KRAJAN', '0003 -']);
    expect(await placed(second)).toEqual(['0001 hamlet LOR']);

    const [object] = await asOwner<{ id: string }>('select id from tax_objects where village_id = $1 and nop = $2', [first.unitId, nopOf(first.prefix, 1)]);
    await new PlaceTaxObject(app.database).run(jobActor(first.unitId, 'spec'), object?.id ?? '', krajan);
    // Another hamlet since: what the same list said of it leads somewhere now.
    await addArea(first, 'hamlet', 'LOR');
    const again = await check(list('KRAJAN;1;2'), { taxYear: '2025', dueOn: '2025-09-30' });
    await apply(again);
    expect(await placed(first)).toEqual(['0001 hamlet KRAJAN hand', '0002 hamlet KRAJAN', '0003 hamlet LOR']);
  });
});

describe('a tax list of the regency', () => {
  let first: Place;
  let second: Place;

  it('waits for its prefixes, proposes villages by the places its rows name, and opens bills village by village', async () => {
    first = await place();
    second = await place();
    const [name] = await asOwner<{ name: string }>('select name from regions where code = $1', [first.code]);
    const rows: TaxRow[] = [
      ...[25_000, 40_000, 75_000].map((amount, n) => ({ NOP: nopOf(first.prefix, n + 1), 'Pajak Terhutang': String(amount), 'Alamat Objek Pajak': `JL MAWAR ${n} ${name?.name ?? ''}` })),
      { NOP: nopOf(second.prefix, 1), 'Pajak Terhutang': 'Rp 110.000' },
      { 'Nama WP': 'Jumlah Halaman Ini', 'Pajak Terhutang': '250.000', 'Alamat Objek Pajak': '', 'Luas Tanah': '', 'Luas Bangunan': '' },
    ];
    const id = await check(dhkpOf(rows));
    expect(await run(id)).toMatchObject({ state: 'checked', counts: { total: 4, accepted: 4, rejected: 0, families: 2 }, layout: { name: 'DHKP' } });
    expect(await parts(id)).toMatchObject([
      { prefix: first.prefix, state: 'unconfirmed', village: null, proposedVillage: first.code, counts: { accepted: 3 }, amount: 140_000 },
      { prefix: second.prefix, state: 'unconfirmed', proposedVillage: null },
    ]);
    await expect(apply(id)).rejects.toMatchObject({ code: 'PREFIX_UNCONFIRMED', status: 409 });

    await confirm(id, first, second);
    expect(await parts(id)).toMatchObject([{ state: 'checked', village: first.code }, { state: 'checked', village: second.code }]);
    await apply(id);
    expect(await run(id)).toMatchObject({ state: 'applied' });
    expect(await parts(id)).toMatchObject([{ state: 'applied' }, { state: 'applied' }]);
    expect(await bills(first)).toEqual(['0001 2026 1 25000 unpaid 25000 ', '0002 2026 1 40000 unpaid 40000 ', '0003 2026 1 75000 unpaid 75000 ']);
    expect(await bills(second)).toEqual(['0001 2026 1 110000 unpaid 110000 ']);
    expect(await balances(first)).toEqual({ receivable: 140_000, assessed: 140_000 });
    for (const at of [first, second]) await assertBooks(at);
  });

  it('changes nothing when it comes again', async () => {
    const before = [await bills(first), await balances(first)];
    const id = await check(dhkpOf([25_000, 40_000, 75_000].map((amount, n) => ({ NOP: nopOf(first.prefix, n + 1), 'Pajak Terhutang': String(amount) }))));
    expect(await run(id)).toMatchObject({ counts: { total: 3, accepted: 0, changed: 0, unchanged: 3 } });
    await apply(id);
    expect([await bills(first), await balances(first)]).toEqual(before);
    await assertBooks(first);
  });

  it('supersedes changed amounts in the next cycle, keeps those whose money has moved, and settles what the source calls paid', async () => {
    await asOwner(`update bill_positions p set state = 'settled', owed = 0, payment_id = gen_random_uuid() from bills b where b.village_id = $1 and b.amount = 75000 and p.village_id = $1 and p.bill_id = b.id`, [first.unitId]);
    const id = await check(dhkpOf([
      { NOP: nopOf(first.prefix, 1), 'Pajak Terhutang': '25.000', 'Perubahan Pajak': '27.500' },
      { NOP: nopOf(first.prefix, 2), 'Pajak Terhutang': '40.000', 'Status Lunas': 'Lunas' },
      { NOP: nopOf(first.prefix, 3), 'Pajak Terhutang': '80.000' },
      { NOP: nopOf(first.prefix, 4), 'Pajak Terhutang': '13.675', 'Status Lunas': 'Lunas' },
      { NOP: nopOf(first.prefix, 5), 'Pajak Terhutang': '0' },
    ]));
    expect(await run(id)).toMatchObject({ counts: { total: 5, accepted: 2, changed: 2, unchanged: 1, rejected: 0 } });
    expect(await issues(id)).toEqual(['4 warning KEPT_PAID', '6 warning AMOUNT_ZERO']);
    await apply(id);
    expect(await bills(first)).toEqual([
      '0001 2026 1 25000 closed 0 superseded', '0001 2026 2 27500 unpaid 27500 ', '0002 2026 1 40000 settled 0 ', '0003 2026 1 75000 settled 0 ', '0004 2026 1 13675 settled 0 ', '0005 2026 1 0 nil 0 ',
    ]);
    expect(await balances(first)).toEqual({ receivable: 27_500 + 75_000, assessed: 27_500 + 40_000 + 75_000 + 13_675, opening: 40_000 + 13_675 });
    await asOwner(`update bill_positions p set state = 'unpaid', owed = 75000, payment_id = null from bills b where b.village_id = $1 and b.amount = 75000 and p.village_id = $1 and p.bill_id = b.id`, [first.unitId]);
    await assertBooks(first);

    await reverse(id);
    expect(await run(id)).toMatchObject({ state: 'reversed' });
    expect(await bills(first)).toEqual([
      '0001 2026 1 25000 closed 0 superseded', '0001 2026 2 27500 closed 0 withdrawn', '0001 2026 3 25000 unpaid 25000 ', '0002 2026 1 40000 unpaid 40000 ', '0003 2026 1 75000 unpaid 75000 ',
      '0004 2026 1 13675 closed 0 withdrawn', '0005 2026 1 0 closed 0 withdrawn',
    ]);
    expect(await balances(first)).toEqual({ receivable: 140_000, assessed: 140_000, opening: 0 });
    await assertBooks(first);
  });

  it('is taken back where nothing was paid, and says where something was', async () => {
    const [a, b] = [await place(), await place()];
    const id = await check(dhkpOf([a, b].map(({ prefix }) => ({ NOP: nopOf(prefix, 1) }))));
    await confirm(id, a, b);
    await apply(id);
    await asOwner(`update bill_positions set state = 'with-collector', owed = 0, payment_id = gen_random_uuid() where village_id = $1`, [b.unitId]);
    await reverse(id);
    expect(await run(id)).toMatchObject({ state: 'applied', failure: { code: 'PARTS_IN_USE' } });
    expect(await parts(id)).toMatchObject([{ state: 'reversed', refusal: null }, { state: 'applied', refusal: expect.stringContaining('sudah dibayar') }]);
    expect(await bills(a)).toEqual(['0001 2026 1 25000 closed 0 withdrawn']);
    expect(await bills(b)).toEqual(['0001 2026 1 25000 with-collector 0 ']);
    await assertBooks(a);
  });

  it('goes on where a crash or a cancel left it, and opens no bill twice', async () => {
    const places = [await place(), await place(), await place()];
    const id = await check(dhkpOf(places.map(({ prefix }) => ({ NOP: nopOf(prefix, 1) }))));
    await confirm(id, ...places);
    await new ApplyAssessmentImport(app.database).run(office, id, 'kunci-lanjut', { rows: 'all' });
    const stop = new AbortController();
    const context = { ...jobContext({ signal: stop.signal, cancelled: true }), progress: () => stop.abort(new Error('dibatalkan')) };
    await expect(work(new WriteAssessmentImport(worker.database, worker.clock), id, context)).rejects.toThrow();
    expect((await parts(id)).map(({ state }) => state)).toEqual(['applied', 'checked', 'checked']);
    expect(await run(id)).toMatchObject({ state: 'checked' });
    await expect(new CancelAssessmentImport(app.database).run(office, id)).rejects.toMatchObject({ code: 'IMPORT_STATE' });

    // The mark of the part is lost with a crash between village and office: its own row of the list knows.
    await asOwner(`update assessment_parts set state = 'checked' where run_id = $1`, [id]);
    await apply(id);
    expect((await parts(id)).map(({ state }) => state)).toEqual(['applied', 'applied', 'applied']);
    for (const at of places) {
      expect(await bills(at)).toEqual(['0001 2026 1 25000 unpaid 25000 ']);
      await assertBooks(at);
    }
  });
});

describe('the rows of a list', () => {
  it('may name an object for several years, but once a year; the first stands', async () => {
    const at = await place();
    const id = await check(dhkpOf([
      { NOP: nopOf(at.prefix, 1), Tahun: '2025', 'Pajak Terhutang': '24.000' },
      { NOP: nopOf(at.prefix, 1), Tahun: '2026', 'Pajak Terhutang': '25.000' },
      { NOP: nopOf(at.prefix, 1), Tahun: '2026', 'Pajak Terhutang': '26.000' },
    ]));
    expect(await issues(id)).toEqual(expect.arrayContaining(['4 error NOP_REPEATED']));
    await confirm(id, at);
    await expect(apply(id)).rejects.toMatchObject({ code: 'IMPORT_HAS_ERRORS' });
    await apply(id, 'good');
    expect(await bills(at)).toEqual(['0001 2025 1 24000 unpaid 24000 ', '0001 2026 1 25000 unpaid 25000 ']);
    expect(await asOwner('select 1 from tax_objects where village_id = $1', [at.unitId])).toHaveLength(1);
    await assertBooks(at);
  });

  it('are one village\'s where the upload says so: others are rejected, by the confirmed prefix or at first the commonest', async () => {
    const [at, other] = [await place(), await place()];
    const list = dhkpOf([{ NOP: nopOf(at.prefix, 1) }, { NOP: nopOf(other.prefix, 1) }, { NOP: nopOf(at.prefix, 2) }]);
    const id = await check(list, { village: at.code });
    expect(await issues(id)).toEqual(['3 error PREFIX_FOREIGN']);
    expect(await parts(id)).toEqual(expect.arrayContaining([expect.objectContaining({ prefix: at.prefix, proposedVillage: at.code, state: 'unconfirmed' })]));
    await confirm(id, at);
    await apply(id, 'good');
    expect(await bills(at)).toHaveLength(2);
    expect(await bills(other)).toEqual([]);
  });

  it('are found under any headings with a mapping, and refused naming the form\'s field', async () => {
    const at = await place();
    const list = dhkpOf([{ NOP: nopOf(at.prefix, 1) }]).replace('NOP;', 'NO OBJEK;').replace('Nama WP', 'PENANGGUNG').replace('Pajak Terhutang', 'TAGIHAN');
    const missing = await upload(list);
    await expect(work(new CheckAssessmentImport(worker.database, store), missing)).rejects.toMatchObject({ code: 'FILE_NO_HEADINGS' });
    expect(await run(missing)).toMatchObject({ state: 'failed', failure: { code: 'FILE_NO_HEADINGS' } });
    const id = await check(list, { mapping: JSON.stringify({ nop: 'NO OBJEK', payerName: 'PENANGGUNG', amount: 'TAGIHAN' }) });
    expect(await run(id)).toMatchObject({ state: 'checked', counts: { accepted: 1 } });
    await expect(upload(list, { mapping: '{"nop":"NO OBJEK"}' })).rejects.toMatchObject({ status: 422, errors: [{ field: 'mapping.payerName' }] });
    await expect(upload(list, { mapping: 'bukan json' })).rejects.toMatchObject({ errors: [{ field: 'mapping' }] });
    await expect(upload(list, { village: '35.07.99.9999' })).rejects.toMatchObject({ errors: [{ field: 'village' }] });
    await expect(upload(list, { taxYear: '26', dueOn: '31-02-2026' })).rejects.toMatchObject({ errors: [{ field: 'taxYear' }, { field: 'dueOn' }] });
  });

  it('are started once for one key', async () => {
    const at = await place();
    const list = dhkpOf([{ NOP: nopOf(at.prefix, 1) }]);
    const id = await upload(list, {}, 'kunci-sama');
    expect(await upload(list, {}, 'kunci-sama')).toBe(id);
    await expect(upload(list, { taxYear: '2025' }, 'kunci-sama')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', status: 409 });
  });
});

describe('the rows of a list that is given up', () => {
  const staged = async (id: string) => (await asOwner('select 1 from assessment_rows where run_id = $1', [id])).length;

  it('leave the staging table when it is cancelled', async () => {
    const id = await check(dhkpOf([{ NOP: nopOf((await place()).prefix, 1) }]));
    expect(await staged(id)).toBe(1);
    await new CancelAssessmentImport(app.database).run(office, id);
    expect(await asOwner(`select 1 from outbox where name = 'clear-assessment-import' and payload ->> 'runId' = $1`, [id])).toHaveLength(1);
    await work(new ClearAssessmentImport(worker.database), id);
    expect(await staged(id)).toBe(0);
    expect(await run(id)).toMatchObject({ state: 'cancelled' });
  });

  it('leave it after a week of nobody asking, and what was applied of the list can still be taken back', async () => {
    const [at, other] = [await place(), await place()];
    const [forgotten, partly, fresh] = [await check(dhkpOf([{ NOP: nopOf(at.prefix, 1) }])), await check(dhkpOf([at, other].map(({ prefix }) => ({ NOP: nopOf(prefix, 1) })))), await check(dhkpOf([{ NOP: nopOf(at.prefix, 9) }]))];
    await confirm(partly, at, other);
    await apply(partly);
    await asOwner(`update import_runs set state = 'checked', applied_at = null where id = $1`, [partly]);
    await asOwner(`update assessment_parts set state = 'checked' where run_id = $1 and prefix = $2`, [partly, other.prefix]);
    await asOwner(`update import_runs set checked_at = now() - interval '8 days' where id = any($1)`, [[forgotten, partly]]);
    await new ExpireAssessmentImports(worker.database, worker.clock).run();
    expect([await staged(forgotten), await staged(partly), await staged(fresh)]).toEqual([0, 0, 1]);
    expect([(await run(forgotten)).state, (await run(partly)).state, (await run(fresh)).state]).toEqual(['cancelled', 'applied', 'checked']);
    expect((await parts(partly)).map(({ state }) => state)).toEqual(['applied', 'refused']);
    await reverse(partly);
    expect(await bills(at)).toEqual(['0001 2026 1 25000 closed 0 withdrawn']);
  });
});

describe('prefixes', () => {
  it('are confirmed once; no list and no village takes them over', async () => {
    const [at, other] = [await place(), await place()];
    await load(at, [{ NOP: nopOf(at.prefix, 1) }]);
    const id = await check(dhkpOf([{ NOP: nopOf(at.prefix, 2) }, { NOP: nopOf(other.prefix, 1) }]));
    await expect(confirm(id, { ...other, prefix: at.prefix })).rejects.toMatchObject({ code: 'PREFIX_TAKEN', status: 409 });
    await expect(confirm(id, { ...other, prefix: '1234567890' })).rejects.toMatchObject({ status: 422, errors: [{ field: 'prefixes.0.prefix' }] });
    await expect(confirm(id, { ...other, code: '35.07.99.9999' })).rejects.toMatchObject({ status: 422, errors: [{ field: 'prefixes.0.village' }] });
    await apply(id, 'good');
    expect(await parts(id)).toMatchObject([{ state: 'applied' }, { state: 'refused', refusal: expect.stringContaining('Tetapkan desa') }]);
    expect(await bills(other)).toEqual([]);
  });

  it('of a village keep its bills from every other one', async () => {
    const [at, other] = [await place(), await place()];
    await load(at, [{ NOP: nopOf(at.prefix, 1) }]);
    expect(await app.database.inVillage(jobActor(other.unitId, 'spec'), (tx) => tx.query('select 1 from bills where village_id = $1 union all select 1 from tax_objects union all select 1 from bill_positions union all select 1 from transfers', [at.unitId]))).toEqual([]);
  });
});
