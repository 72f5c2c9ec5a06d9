import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importRunById, listImportIssues } from '#imports';
import { type Actor, FileObjectStore, jobActor } from '#platform';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { jobContext } from '../../../../test/support/job-context.js';
import { cardOf, csvOf, LIST_HEADINGS, type ListRow, nikOf } from '../../../../test/support/resident-list.js';
import { staffAt } from '../../../../test/support/staff.js';
import { textRow, workbook } from '../../../../test/support/workbook-files.js';
import { ApplyResidentImport } from './apply-resident-import.js';
import { CheckResidentImport } from './check-resident-import.js';
import { StartResidentImport } from './start-resident-import.js';
import { WriteResidentImport } from './write-resident-import.js';

let app: OpenDatabase;
let worker: OpenDatabase;
let store: FileObjectStore;
let folder: string;
let actor: Actor;
let serial = 0;

beforeAll(async () => {
  app = await openDatabase('app');
  worker = await openDatabase('worker');
  folder = await mkdtemp(join(tmpdir(), 'pamong-store-'));
  store = new FileObjectStore(folder);
});

afterAll(async () => {
  await Promise.all([app.close(), worker.close()]);
  await rm(folder, { recursive: true, force: true });
});

/** Checks a list in a village of its own, and applies its good rows. */
async function imported(content: string | Buffer) {
  actor = await staffAt((await buildVillage()).unitId, 'operator');
  serial += 1;
  const file = { name: 'penduduk.xlsx', ...(await store.put(Buffer.from(content))) };
  const runId = await new StartResidentImport(app.database).run(actor, `kunci-berkas-${serial}`, file);
  const job = jobActor(actor.unitId, 'spec', actor.userId);
  await new CheckResidentImport(worker.database, store, worker.clock).run(job, { runId }, jobContext());
  const checked = await importRunById(app.database, actor, 'residents', runId);
  await new ApplyResidentImport(app.database).run(actor, runId, `kunci-terap-${serial}`, { rows: 'good', existing: 'skip' });
  await new WriteResidentImport(worker.database, worker.clock).run(job, { runId }, jobContext());
  const { items } = await listImportIssues(app.database, actor, 'residents', runId, { limit: 100 }, { fieldLabel: (field) => field, issueLabel: (code) => code });
  const people = await asOwner<Record<string, unknown>>('select * from residents where village_id = $1 order by name', [actor.unitId]);
  return { checked, issues: items.map(({ row, severity, field, code }) => `${row} ${severity} ${field} ${code}`), people };
}

const one = (row: ListRow): ListRow => ({ nik: nikOf(1), no_kk: cardOf(1), ...row });
const cells = (row: ListRow): (string | null)[] => LIST_HEADINGS.map((heading) => row[heading] ?? null);
const headings = [...LIST_HEADINGS];
const full: ListRow = { alamat: 'JL MAWAR', dusun: 'KRAJAN', rw: '1', rt: '2', nama: 'SITI', no_kk: cardOf(1), nik: nikOf(1), sex: '2', tempatlahir: 'MALANG', tanggallahir: '21-01-1988', agama_id: '1', kk_level: '1', status_dasar: '1' };

describe('lists as villages really bring them', () => {
  it.each<[string, ListRow, object, string[]]>([
    ['KTP-el 3, the child card that other importers refuse', { ktp_el: '3' }, { identity_card: 3 }, []],
    ['occupation 89, the last of the registry', { pekerjaan_id: '89' }, { occupation: 89 }, []],
    ['an occupation by its label', { pekerjaan_id: 'Petani/Pekebun' }, { occupation: 9 }, []],
    ['NIK 0, which gets a temporary one', { nik: '0' }, { temporary_nik: true }, ['2 warning nik NIK_TEMPORARY']],
    ['family number 0, which gets a temporary one', { no_kk: '0' }, { nik: nikOf(1) }, ['2 warning familyNumber FAMILY_NUMBER_TEMPORARY']],
    ['an empty date written as zeros', { tanggalperkawinan: '00-00-0000' }, { married_on: null }, []],
    ['invisible characters inside a NIK', { nik: `${nikOf(1).slice(0, 6)}\u200b${nikOf(1).slice(6)}\u00a0` }, { nik: nikOf(1) }, []],
    ['a NIK with dots and blanks', { nik: `'${nikOf(1).slice(0, 6)}.${nikOf(1).slice(6, 12)} ${nikOf(1).slice(12)}` }, { nik: nikOf(1) }, []],
    ['a hamlet with its prefix', { dusun: 'Dusun krajan' }, { name: 'SITI AMINAH' }, []],
    ['a dead person, kept with that status', { status_dasar: '2' }, { basic_status: 2 }, []],
  ])('take %s', async (_, row, person, issues) => {
    const result = await imported(csvOf([one(row)], [...headings, 'ktp_el', 'tanggalperkawinan']));
    expect(result.people).toMatchObject([person]);
    expect(result.issues).toEqual(issues);
  });

  it.each<[string, string | Buffer, string[]]>([
    ['a second living head of one family', csvOf([one({}), one({ nik: nikOf(2), nama: 'KEPALA LAGI' })]), ['3 error familyPosition SECOND_HEAD']],
    ['a NIK twice with different people', csvOf([one({}), one({ nama: 'ORANG LAIN', kk_level: '4' })]), ['2 error nik NIK_REPEATED', '3 error nik NIK_REPEATED']],
    ['a two-digit year', csvOf([one({ tanggallahir: '21-01-88' })]), ['2 error birthDate DATE_TWO_DIGIT_YEAR']],
    ['a formula instead of a value', workbook([{ name: 'Data', rows: `${textRow(1, headings)}<row r="2">${textRow(2, cells({ ...full, nama: null as never })).replace(/^<row[^>]*>|<\/row>$/g, '')}<c r="E2"><f>A1</f><v>SITI</v></c></row>` }]), ['2 error name FORMULA_CELL']],
    ['a NIK that a spreadsheet cut to 15 digits', workbook([{ name: 'Data', rows: `${textRow(1, headings)}${textRow(2, cells({ ...full, nik: null as never })).replace('</row>', '<c r="G2"><v>3507996101880000</v></c></row>')}` }]), ['2 error nik NUMBER_CELL_DAMAGED']],
  ])('reject %s, saying where', async (_, content, issues) => {
    const result = await imported(content);
    expect(result.issues).toEqual(issues);
    expect(result.people).toHaveLength(result.checked.counts?.accepted ?? -1);
  });

  it.each<[string, string | Buffer]>([
    ['under title rows, on a sheet of another name, beside a sheet of notes', workbook([{ name: 'Catatan', rows: textRow(1, ['hanya catatan']) }, { name: 'Lembar 3 (2)', rows: textRow(1, ['DATA PENDUDUK']) + textRow(2, ['DESA UJI', '2026']) + textRow(4, headings) + textRow(5, cells(full)) }])],
    ['as UTF-16 with a byte-order mark', Buffer.from(`\ufeff${csvOf([one({ nama: 'SITI' })])}`, 'utf16le')],
    ['as windows-1252', Buffer.from(csvOf([one({ nama: 'SITI', nama_ayah: 'JOSÉ' })]), 'latin1')],
    ['with commas, columns in another order and unknown ones between', csvOf([one({ nama: 'SITI' })], ['hobi', ...headings.toReversed(), 'warna']).replaceAll(';', ',')],
    ['with the end mark of the OpenSID template below', `${csvOf([one({ nama: 'SITI' })])}\r\n;###\r\n;keterangan`],
  ])('are read %s', async (_, content) => {
    const { people, checked } = await imported(content);
    expect(people).toMatchObject([{ name: 'SITI', nik: nikOf(1) }]);
    expect(checked.counts).toMatchObject({ total: 1, accepted: 1, rejected: 0 });
  });

  it('leave a field that the layout cannot carry unknown, except that people are Indonesian', async () => {
    const few = ['nama', 'no_kk', 'nik', 'sex', 'tanggallahir', 'kk_level'];
    const { people, issues } = await imported(csvOf([one({})], few));
    expect(people).toMatchObject([{ religion: null, blood_type: null, occupation: null, citizenship: 1, basic_status: 1 }]);
    expect(issues).toEqual(['2 warning birthPlace USUALLY_FILLED', '2 warning religion USUALLY_FILLED']);
  });
});
