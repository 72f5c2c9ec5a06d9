import exceljs from 'exceljs';
import { displayLabel } from '../code-table/code-table.js';
import { CODE_TABLES, type CodeTableName } from '../code-table/code-tables.js';
import { fieldLabel, RESIDENT_COLUMNS, RESIDENT_HEADINGS, type ResidentColumn } from './rules/resident-columns.js';

/** Columns whose cells must be text, or the spreadsheet keeps 15 digits of 16. */
const NUMBERS_AS_TEXT: readonly ResidentColumn[] = ['nik', 'familyNumber', 'fatherNik', 'motherNik', 'rw', 'rt', 'phone', 'insuranceNumber', 'householdNumber', 'cardTag'];

const LAYOUT = RESIDENT_HEADINGS.layouts.at(-1)?.keys ?? [];
let made: Promise<Buffer> | null = null;

/** An empty list in the 45-column layout, with number columns as text, and a second sheet of the codes and what they mean. */
export function templateWorkbook(): Promise<Buffer> {
  made ??= make();
  return made;
}

async function make(): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const list = book.addWorksheet('Data Penduduk', { views: [{ state: 'frozen', ySplit: 1 }] });
  const columns = RESIDENT_COLUMNS.filter((column) => LAYOUT.includes(column));
  list.columns = columns.map((column) => ({ header: headingOf(column), key: column, width: 18, ...(NUMBERS_AS_TEXT.includes(column) ? { style: { numFmt: '@' } } : {}) }));
  list.getRow(1).font = { bold: true };
  columns.forEach((column, place) => {
    const required = RESIDENT_HEADINGS.required.includes(column) ? ' (wajib)' : '';
    list.getRow(1).getCell(place + 1).note = `${fieldLabel(column)}${required}`;
  });
  const codes = book.addWorksheet('Kode', { views: [{ state: 'frozen', ySplit: 1 }] });
  codes.columns = [{ header: 'Kolom', key: 'column', width: 24 }, { header: 'Kode', key: 'code', width: 8 }, { header: 'Arti', key: 'label', width: 50 }];
  codes.getRow(1).font = { bold: true };
  for (const column of columns) {
    if (!(column in CODE_TABLES)) continue;
    const table = CODE_TABLES[column as CodeTableName];
    for (const { code } of table.rows) codes.addRow({ column: headingOf(column), code, label: displayLabel(table, code) });
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

function headingOf(column: ResidentColumn): string {
  return RESIDENT_HEADINGS.columns.find(({ key }) => key === column)?.heading ?? column;
}
