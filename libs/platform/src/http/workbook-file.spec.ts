import { setTimeout as sleep } from 'node:timers/promises';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { FILE_PAGE } from './list-pages.js';
import { type WorkbookColumn, workbookFile } from './workbook-file.js';

const COLUMNS: readonly WorkbookColumn[] = [{ heading: 'NOP', holds: 'text', width: 20 }, { heading: 'Jumlah', holds: 'rupiah', width: 12 }, { heading: 'Tanggal', holds: 'day', width: 12 }];

interface Line { readonly n: number; readonly text: string }
const line = (n: number, text = `35.07.${n}`): Line => ({ n, text });
const cells = ({ n, text }: Line) => [text, n, n === 0 ? null : '2026-09-30'];

/** A list of so many rows, in pages. */
const listOf = (rows: number) => async (last: Line | null): Promise<Line[]> => Array.from({ length: Math.min(FILE_PAGE, rows - (last ? last.n + 1 : 0)) }, (_, place) => line((last ? last.n + 1 : 0) + place));

async function sheetOf(bytes: Buffer): Promise<exceljs.Worksheet> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes as unknown as exceljs.Buffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

describe('a list as a workbook', () => {
  it('has headings, text as text, amounts as numbers, days as days, and empty cells empty', async () => {
    const sheet = await sheetOf(await buffer(workbookFile('Uji', COLUMNS, async (last) => (last ? [] : [line(0, '=1+1'), line(25_000)]), cells)));
    expect(sheet.name).toBe('Uji');
    expect(sheet.getRow(1).values).toEqual([undefined, 'NOP', 'Jumlah', 'Tanggal']);
    expect(sheet.getRow(2).getCell(1)).toMatchObject({ value: "'=1+1", numFmt: '@' });
    expect(sheet.getRow(2).getCell(3).value).toBeNull();
    expect(sheet.getRow(3).getCell(2)).toMatchObject({ value: 25_000, numFmt: '#,##0' });
    expect(sheet.getRow(3).getCell(3).value).toEqual(new Date('2026-09-30T00:00:00Z'));
  });

  it('holds every row of every page, once, and an empty list as its headings', async () => {
    const sheet = await sheetOf(await buffer(workbookFile('Uji', COLUMNS, listOf(2 * FILE_PAGE + 100), cells)));
    expect(sheet.actualRowCount).toBe(2 * FILE_PAGE + 101);
    expect(sheet.getRow(2 * FILE_PAGE + 101).getCell(2).value).toBe(2 * FILE_PAGE + 99);
    expect((await sheetOf(await buffer(workbookFile('Uji', COLUMNS, listOf(0), cells)))).actualRowCount).toBe(1);
  });

  it('reads no further than is taken, and no more once the reader has gone', async () => {
    let pages = 0;
    const endless = async (last: Line | null): Promise<Line[]> => {
      pages += 1;
      return Array.from({ length: FILE_PAGE }, (_, place) => line((last?.n ?? 0) + place + 1, `${Math.random()} ${Math.random()} ${Math.random()}`));
    };
    const file = workbookFile('Uji', COLUMNS, endless, cells);
    // It stands still by itself, however slow the machine: an endless list that is read on never does.
    let before = -1;
    for (let tries = 0; tries < 20 && before !== pages; tries += 1) {
      before = pages;
      await sleep(500);
    }
    expect(pages).toBe(before);
    file.destroy();
    await sleep(50);
    expect(pages).toBeLessThanOrEqual(before + 1);
  });

  it('breaks off when a page cannot be read, so that half a list is never taken for all of it', async () => {
    const broken = async (last: Line | null): Promise<Line[]> => {
      if (last) throw new Error('gone');
      return listOf(FILE_PAGE)(null);
    };
    await expect(buffer(workbookFile('Uji', COLUMNS, broken, cells))).rejects.toThrow('gone');
  });
});
