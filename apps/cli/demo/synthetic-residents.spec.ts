import { afterAll, describe, expect, it } from '@jest/globals';
import { TableReader } from '../../../libs/imports/src/headings/table-reader.js';
import { openSpreadsheet } from '../../../libs/imports/src/reading/spreadsheet.js';
import { CheckAcrossRows } from '../../../libs/residents/src/resident-import/rules/check-across-rows.js';
import { checkRow } from '../../../libs/residents/src/resident-import/rules/check-row.js';
import { RESIDENT_HEADINGS } from '../../../libs/residents/src/resident-import/rules/resident-columns.js';
import type { ResidentRecord } from '../../../libs/residents/src/resident-import/rules/resident-record.js';
import { plainDate } from '../../../libs/values/src/plain-date.js';
import { FileBench } from '../../../test/support/workbook-files.js';
import { generateResidents, OPENSID_COLUMNS, writeCsv, writeXlsx } from './synthetic-residents.mjs';

const bench = new FileBench();
afterAll(() => bench.clear());

const village = { villageCode: '35.07.22.2003', villageName: 'Landungsari', count: 60, seed: 7 };
const today = plainDate('2026-11-24');

async function importFile(path: string): Promise<{ layout: string; records: ResidentRecord[]; told: Record<string, number> }> {
  const spreadsheet = await openSpreadsheet(path);
  const reader = new TableReader(spreadsheet, RESIDENT_HEADINGS);
  const across = new CheckAcrossRows();
  const records: ResidentRecord[] = [];
  const told: Record<string, number> = {};
  const tell = (severity: string, code: string): void => void (told[`${severity} ${code}`] = (told[`${severity} ${code}`] ?? 0) + 1);
  for await (const { sheet, row, cells } of reader.rows()) {
    const checked = checkRow(cells, { today, dayOfSerial: sheet.dayOfSerial });
    if (checked.record) records.push(checked.record);
    const { issues } = across.add({ sheet: 0, row }, checked);
    for (const issue of [...checked.issues, ...issues.map((rowIssue) => rowIssue.issue)]) tell(issue.severity, issue.code);
  }
  for (const { issue } of across.finish()) tell(issue.severity, issue.code);
  spreadsheet.close();
  return { layout: reader.layout().name, records, told };
}

describe('synthetic residents', () => {
  it('are the same people for the same seed, others for another', () => {
    const rows = (seed: number) => JSON.stringify([...generateResidents({ ...village, seed })]);
    expect(rows(1)).toBe(rows(1));
    expect(rows(1)).not.toBe(rows(2));
  });

  it('live in families of about three with one head each, in three to five hamlets', () => {
    const at = (column: string) => OPENSID_COLUMNS[45].indexOf(column);
    const rows = [...generateResidents({ ...village, count: 2000 })];
    const cards = new Set(rows.map((row) => row[at('no_kk')]));
    const hamlets = new Set(rows.map((row) => row[at('dusun')]));
    expect(rows).toHaveLength(2000);
    expect(rows.every((row) => row.length === 45)).toBe(true);
    expect(rows.filter((row) => row[at('kk_level')] === '1')).toHaveLength(cards.size);
    expect(rows.length / cards.size).toBeGreaterThan(2.4);
    expect(rows.length / cards.size).toBeLessThan(4);
    expect(hamlets.size).toBeGreaterThanOrEqual(3);
    expect(hamlets.size).toBeLessThanOrEqual(5);
    expect(new Set(rows.map((row) => row[at('nik')])).size).toBe(2000);
  });

  it('are imported without error or warning, and alike from every layout and kind of file', async () => {
    const source = OPENSID_COLUMNS[45];
    const rows = () => generateResidents(village);
    const files: [string, (path: string) => Promise<number>][] = [
      ['OpenSID 45 kolom', (path) => writeCsv(path, rows(), { columns: source, source })],
      ['OpenSID 45 kolom', (path) => writeCsv(path, rows(), { columns: source.toReversed(), source, delimiter: ';', encoding: 'utf16le', titles: [['DATA PENDUDUK']] })],
      ['OpenSID 45 kolom', (path) => writeXlsx(path, rows(), { columns: source, source, dateCells: true, titles: [['DATA PENDUDUK'], []] })],
      ['OpenSID 45 kolom', (path) => writeXlsx(path, rows(), { columns: source, source, sharedStrings: false, sheetName: 'Lembar1' })],
      ['OpenSID 44 kolom', (path) => writeCsv(path, rows(), { columns: OPENSID_COLUMNS[44], source })],
      ['OpenSID 43 kolom', (path) => writeCsv(path, rows(), { columns: OPENSID_COLUMNS[43], source })],
    ];
    let first: ResidentRecord[] | null = null;
    for (const [layout, write] of files) {
      const path = await bench.write('');
      await write(path);
      const result = await importFile(path);
      expect(result).toMatchObject({ layout, told: {} });
      const carried = result.records.map((record) => ({ ...record, note: null, householdNumber: null }));
      first ??= carried;
      expect(carried).toEqual(first);
    }
  });

  it('with flaws meet every kind of verdict, few of them errors', async () => {
    const path = await bench.write('');
    await writeCsv(path, generateResidents({ ...village, count: 1200, flaws: true }), { columns: OPENSID_COLUMNS[45], source: OPENSID_COLUMNS[45] });
    const { told } = await importFile(path);
    expect(Object.keys(told)).toEqual(expect.arrayContaining([
      'error NIK_LENGTH', 'error DATE_TWO_DIGIT_YEAR', 'error SECOND_HEAD', 'error REQUIRED_EMPTY',
      'warning NIK_TEMPORARY', 'warning FAMILY_NUMBER_TEMPORARY', 'warning NAME_DECEASED_MARK', 'warning CODE_UNKNOWN', 'warning USUALLY_FILLED', 'warning FAMILY_WITHOUT_HEAD',
    ]));
    const errors = Object.entries(told).reduce((sum, [key, count]) => sum + (key.startsWith('error') ? count : 0), 0);
    expect(errors).toBeLessThan(1200 * 0.015);
  });
});
