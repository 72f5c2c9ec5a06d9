import { afterAll, describe, expect, it } from '@jest/globals';
import { FileBench, type RawSheet, textRow, workbook } from '../../../../test/support/workbook-files.js';
import { openSpreadsheet } from '../reading/spreadsheet.js';
import type { HeadingRules } from './heading-rules.js';
import { HeadingMatcher } from './match-headings.js';
import { type TableLayout, TableReader } from './table-reader.js';

const bench = new FileBench();
afterAll(() => bench.clear());

const rules: HeadingRules = {
  columns: [
    { key: 'nik', heading: 'nik' },
    { key: 'name', heading: 'nama', aliases: ['nama lengkap', 'nama penduduk'] },
    { key: 'family', heading: 'no_kk', aliases: ['nomor kk'] },
    { key: 'note', heading: 'ket', aliases: ['keterangan'] },
  ],
  required: ['nik', 'name', 'family'],
  layouts: [{ name: 'Tiga kolom', keys: ['nik', 'name', 'family'] }, { name: 'Empat kolom', keys: ['nik', 'name', 'family', 'note'] }],
  ignored: ['Baris', 'Masalah'],
};

async function readTable(content: readonly RawSheet[] | string): Promise<{ rows: [string, number, unknown[]][]; layout: TableLayout }> {
  const spreadsheet = await openSpreadsheet(await bench.write(typeof content === 'string' ? content : workbook(content)));
  const reader = new TableReader(spreadsheet, rules);
  const rows: [string, number, unknown[]][] = [];
  try {
    for await (const { sheet, row, cells } of reader.rows()) rows.push([sheet.name, row, cells.map(({ value }) => value)]);
    return { rows, layout: reader.layout() };
  } finally {
    spreadsheet.close();
  }
}

const sheet = (name: string, ...rows: (string | null)[][]): RawSheet => ({ name, rows: rows.map((row, index) => textRow(index + 1, row)).join('') });

describe('finding the headings of a list', () => {
  it('takes them in any order, case and spelling', async () => {
    const { rows, layout } = await readTable('KETERANGAN,No. KK,Nama  Lengkap,N I K\nx,1,SITI,2\n');
    expect(rows).toEqual([['CSV', 2, ['2', 'SITI', '1', 'x']]]);
    expect(layout).toMatchObject({ name: 'Empat kolom', columns: 4, known: 4, unknown: [], carried: ['nik', 'name', 'family', 'note'] });
  });

  it('finds them below title rows, whatever the name of the sheet', async () => {
    const { rows, layout } = await readTable([sheet('Lembar1', ['DATA PENDUDUK DESA A'], [null, 'Kecamatan B'], ['nik', 'nama', 'no_kk'], ['1', 'SITI', '2'])]);
    expect(rows).toEqual([['Lembar1', 4, ['1', 'SITI', '2', null]]]);
    expect(layout).toMatchObject({ name: 'Tiga kolom', carried: ['nik', 'name', 'family'] });
  });

  it('reads every sheet that has them and names the others as skipped', async () => {
    const headings = ['nama', 'nik', 'no_kk'];
    const { rows, layout } = await readTable([sheet('Kode Data', ['agama', 'kode'], ['ISLAM', '1']), sheet('RW 1', headings, ['A', '1', '7']), { ...sheet('RW 2', headings.toReversed(), ['8', '2', 'B']), state: 'hidden' }]);
    expect(rows.map(([name, , cells]) => [name, cells[0]])).toEqual([['RW 1', '1'], ['RW 2', '2']]);
    expect(layout.sheets).toEqual([
      { name: 'Kode Data', rows: 0, recognised: false, hidden: false },
      { name: 'RW 1', rows: 1, recognised: true, hidden: false },
      { name: 'RW 2', rows: 1, recognised: true, hidden: true },
    ]);
  });

  it('keeps unknown headings for a warning and leaves aside the columns we add to an error workbook', async () => {
    const { layout } = await readTable('nik,nama,no_kk,Golongan Pajak,,Baris,Masalah\n1,A,2,x,,,\n');
    expect(layout).toMatchObject({ unknown: ['Golongan Pajak'], columns: 6, known: 3 });
  });

  it('skips the row that numbers the columns', async () => {
    const { rows } = await readTable('nik,nama,no_kk\n1,2,3\n1,A,2\n');
    expect(rows).toEqual([['CSV', 3, ['1', 'A', '2', null]]]);
  });

  it('ends a sheet where ### stands in the second column', async () => {
    const { rows } = await readTable('nik,nama,no_kk\n1,A,2\n,###,\n2,B,2\n');
    expect(rows).toHaveLength(1);
  });

  it('does not take ### elsewhere for the end', async () => {
    const { rows } = await readTable('nik,nama,no_kk\n###,A,2\n2,B,2\n');
    expect(rows).toHaveLength(2);
  });

  it('refuses a heading that appears twice, naming both columns by letter', async () => {
    await expect(readTable('nik,nama,no_kk,Nama Lengkap\n')).rejects.toMatchObject({ code: 'FILE_HEADING_TWICE', message: expect.stringContaining('“nama” ada di kolom B dan D') });
  });

  it('names the required columns the likeliest row lacks', async () => {
    await expect(readTable([sheet('Isi', ['x']), sheet('Data', ['judul'], ['nik', 'nama', 'ket'])])).rejects.toMatchObject({
      code: 'FILE_NO_HEADINGS',
      message: expect.stringContaining('Lembar Data, baris 2: kolom no_kk belum ada.'),
    });
  });

  it('names all required columns when no row is like headings', async () => {
    await expect(readTable('1,2,3\n4,5,6\n')).rejects.toMatchObject({ code: 'FILE_NO_HEADINGS', message: expect.stringContaining('nik, nama, no_kk') });
  });

  it('stops looking after fifty rows without headings', async () => {
    await expect(readTable(`${'x,y,z\n'.repeat(50)}nik,nama,no_kk\n`)).rejects.toMatchObject({ code: 'FILE_NO_HEADINGS' });
    await expect(readTable(`${'x,y,z\n'.repeat(49)}nik,nama,no_kk\n1,A,2\n`)).resolves.toMatchObject({ rows: [['CSV', 51, ['1', 'A', '2', null]]] });
  });

  it('accepts a list with headings and no rows', async () => {
    await expect(readTable('nik,nama,no_kk\n')).resolves.toMatchObject({ rows: [] });
  });

  it('refuses rules in which one spelling means two columns', () => {
    expect(() => new HeadingMatcher({ ...rules, columns: [...rules.columns, { key: 'x', heading: 'NO KK' }] })).toThrow('HEADING_AMBIGUOUS');
  });
});
