/** Writes rows of text as the files a village brings: CSV in several encodings, or a workbook. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import exceljs from 'exceljs';

/**
 * @typedef {object} Sheet
 * @property {string[]} columns headings to write, in this order
 * @property {string[]} source names of the values in each row; columns it lacks stay empty
 * @property {string[][]} [titles] rows above the headings
 */

const BYTE_ORDER_MARK = '\ufeff';

/**
 * @param {string} path
 * @param {Iterable<string[]>} rows
 * @param {Sheet & { delimiter?: string, encoding?: 'utf8' | 'utf16le' | 'latin1', mark?: boolean }} options
 * @returns {Promise<number>} rows written, without headings
 */
export async function writeCsv(path, rows, { columns, source, titles = [], delimiter = ',', encoding = 'utf8', mark = encoding === 'utf16le' }) {
  const file = createWriteStream(path);
  const special = new RegExp(`["\\n\\r${delimiter}]`);
  const line = (cells) => `${cells.map((cell) => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)}\r\n`;
  const pick = picker(columns, source);
  let count = 0;
  let text = (mark ? BYTE_ORDER_MARK : '') + [...titles, columns].map(line).join('');
  for (const row of rows) {
    count++;
    text += line(pick(row));
    if (text.length < 262_144) continue;
    if (!file.write(Buffer.from(text, encoding))) await once(file, 'drain');
    text = '';
  }
  file.end(Buffer.from(text, encoding));
  await finished(file);
  return count;
}

/** Columns of codes: spreadsheets hold them as numbers. */
const CODE = /_id$|^(sex|status_kawin|kk_level|hamil|ktp_el|status_rekam|status_dasar)$/;
const DATE = /^tanggal/;

/**
 * @param {string} path
 * @param {Iterable<string[]>} rows
 * @param {Sheet & { sheetName?: string, sharedStrings?: boolean, dateCells?: boolean }} options `dateCells` writes dates as spreadsheet dates instead of text
 * @returns {Promise<number>} rows written, without headings
 */
export async function writeXlsx(path, rows, { columns, source, titles = [], sheetName = 'Data Penduduk', sharedStrings = true, dateCells = false }) {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: sharedStrings, useStyles: dateCells });
  const sheet = workbook.addWorksheet(sheetName);
  for (const cells of [...titles, columns]) sheet.addRow(cells).commit();
  const pick = picker(columns, source);
  const codes = columns.map((column) => CODE.test(column));
  const dates = columns.map((column) => dateCells && DATE.test(column));
  let count = 0;
  for (const cells of pickAll(rows, pick)) {
    count++;
    const row = sheet.addRow(cells.map((cell, index) => {
      if (cell === '') return null;
      if (codes[index] && /^\d+$/.test(cell)) return Number(cell);
      return dates[index] && /^\d{4}-\d\d-\d\d$/.test(cell) ? new Date(`${cell}T00:00:00Z`) : cell;
    }));
    if (dateCells) dates.forEach((isDate, index) => isDate && (row.getCell(index + 1).numFmt = 'dd/mm/yyyy'));
    row.commit();
    // The writer's zip works between turns of the event loop: give it some, or it keeps the whole sheet in memory.
    if (count % 2000 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await workbook.commit();
  return count;
}

function picker(columns, source) {
  const places = columns.map((column) => source.indexOf(column));
  return places.every((place, index) => place === index) && columns.length === source.length ? (row) => row : (row) => places.map((place) => row[place] ?? '');
}

function* pickAll(rows, pick) {
  for (const row of rows) yield pick(row);
}
