import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import exceljs from 'exceljs';

/** The cells of the first sheet below its headings, row by row; null = empty. */
export async function rowsOf(file: Readable): Promise<exceljs.CellValue[][]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await buffer(file)) as unknown as exceljs.Buffer);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('the workbook has no sheet');
  const width = sheet.getRow(1).cellCount;
  return Array.from({ length: sheet.rowCount - 1 }, (_, row) => Array.from({ length: width }, (_cell, place) => sheet.getRow(row + 2).getCell(place + 1).value));
}
