import { createWriteStream } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { FileBench } from '../../../../test/support/workbook-files.js';
import type { Cell } from '../reading/cell.js';
import { openSpreadsheet } from '../reading/spreadsheet.js';
import { ErrorWorkbook, type RowIssue } from './error-workbook.js';
import { safeText } from '../../../values/src/safe-text.js';

const bench = new FileBench();
afterAll(() => bench.clear());

const text = (value: string): Cell => ({ kind: 'text', value });
const issue = (severity: RowIssue['severity'], column: string, message = 'Salah isi.', advice = 'Perbaiki.'): RowIssue => ({ severity, column, message, advice });

async function write(fill: (book: ErrorWorkbook) => Promise<void>): Promise<string> {
  const path = await bench.write('');
  const book = new ErrorWorkbook(createWriteStream(path));
  await fill(book);
  await book.finish();
  return path;
}

async function rowsOf(path: string): Promise<[string, (string | number | null)[]][]> {
  const spreadsheet = await openSpreadsheet(path);
  const rows: [string, (string | number | null)[]][] = [];
  for await (const { sheet, cells } of spreadsheet.rows()) rows.push([sheet.name, cells.map(({ value }) => value)]);
  spreadsheet.close();
  return rows;
}

describe('the workbook of errors', () => {
  it('repeats the original columns and adds row, severity, columns, problems and advice', async () => {
    const path = await write((book) => book.add('Data', ['nik', 'nama'], 7, [{ kind: 'number', value: 3507 }, text('SITI')], [issue('warning', 'nama', 'Nama memuat angka.', ''), issue('error', 'nik', 'NIK kurang.', 'Isi 16 angka.')]));
    expect(await rowsOf(path)).toEqual([
      ['Data', ['nik', 'nama', 'Baris', 'Tingkat', 'Kolom', 'Masalah', 'Saran']],
      ['Data', [3507, 'SITI', 7, 'Salah', 'nama\nnik', 'Nama memuat angka.\nNIK kurang.', 'Isi 16 angka.']],
    ]);
  });

  it('formats the original columns as text, empty cells too, so that a corrected number keeps its digits', async () => {
    const path = await write((book) => book.add('Data', ['nik', 'no_kk', 'nama', 'rt'], 2, [text('3507260405900003'), { kind: 'number', value: 350726040590 }, text('SITI'), { kind: 'empty', value: null }], [issue('error', 'nik')]));
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(path);
    const sheet = workbook.getWorksheet('Data');
    const formats = (row: number): string[] => [1, 2, 3, 4, 5, 6].map((column) => sheet?.getCell(row, column).numFmt ?? 'General');
    expect(formats(2)).toEqual(['@', '@', '@', '@', 'General', 'General']);
    expect(formats(3).slice(0, 4)).toEqual(['@', '@', '@', '@']);
    expect(sheet?.getCell('A2').value).toBe('3507260405900003');
    expect(sheet?.getCell('A1').font.bold).toBe(true);
    expect((await rowsOf(path))[1]?.[1].slice(0, 4)).toEqual(['3507260405900003', 350726040590, 'SITI', null]);
  });

  it('writes nothing a spreadsheet would run', async () => {
    const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'];
    const path = await write((book) => book.add('=Data', evil, 1, [...evil.map(text), { kind: 'formula', value: '=cmd' }], [issue('error', '=x', '=y', '=z')]));
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(path);
    const values: unknown[] = [];
    workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => values.push(cell.formula ?? cell.value))));
    expect(values.length).toBeGreaterThan(12);
    expect(values.filter((value) => typeof value === 'string' && /^[=+\-@\t\r]/.test(value))).toEqual([]);
  });

  it('keeps sheets apart and gives two of one name two names', async () => {
    const path = await write(async (book) => {
      await book.add('Penduduk dengan nama lembar yang panjang sekali', ['a'], 1, [text('x')], [issue('error', 'a')]);
      await book.add('Penduduk dengan nama lembar yang panjang sekali?', ['a', 'b'], 1, [text('y')], [issue('error', 'a')]);
    });
    expect((await rowsOf(path)).map(([name]) => name)).toEqual(['Penduduk dengan nama lembar', 'Penduduk dengan nama lembar', 'Penduduk dengan nama lembar 2', 'Penduduk dengan nama lembar 2']);
  });

  it('says so when nothing is wrong', async () => {
    expect(await rowsOf(await write(() => Promise.resolve()))).toEqual([['Data', ['Tidak ada baris yang bermasalah.']]]);
  });

  it('writes thousands of rows', async () => {
    const path = await write(async (book) => {
      for (let row = 2; row < 5002; row++) await book.add('Data', ['nik'], row, [text(String(row))], [issue('error', 'nik')]);
    });
    expect((await rowsOf(path)).length).toBe(5001);
  });
});

describe('safe text', () => {
  it.each([['=1', "'=1"], ['+62', "'+62"], ['-', "'-"], ['@a', "'@a"], ['\tx', "'\tx"], ['a=1', 'a=1'], ['', '']])('%j becomes %j', (from, to) => expect(safeText(from)).toBe(to));
});
