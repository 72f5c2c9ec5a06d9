import { afterAll, describe, expect, it } from '@jest/globals';
import { TableReader } from '../../../libs/imports/src/headings/table-reader.js';
import { openSpreadsheet } from '../../../libs/imports/src/reading/spreadsheet.js';
import { mostNamed } from '../../../libs/pbb/src/assessment-import/propose-villages.js';
import { ASSESSMENT_HEADINGS } from '../../../libs/pbb/src/assessment-import/rules/assessment-columns.js';
import { type Assessment, checkAssessment } from '../../../libs/pbb/src/assessment-import/rules/check-assessment.js';
import { FileBench } from '../../../test/support/workbook-files.js';
import { writeXlsx } from './resident-files.mjs';
import { DHKP_COLUMNS, inventedPrefix, inventObjects, rowsOfYear, trialRows } from './synthetic-bills.mjs';
import { generateResidents } from './synthetic-residents.mjs';

const bench = new FileBench();
afterAll(() => bench.clear());

const village = { villageCode: '35.07.22.2003', villageName: 'Landungsari', count: 1200 };
const objects = inventObjects(village, generateResidents(village));

async function importRows(rows: Iterable<string[]>): Promise<{ bills: Assessment[]; told: Record<string, number> }> {
  const path = await bench.write('');
  await writeXlsx(path, rows, { columns: DHKP_COLUMNS, source: DHKP_COLUMNS });
  const spreadsheet = await openSpreadsheet(path);
  const bills: Assessment[] = [];
  const told: Record<string, number> = {};
  for await (const { sheet, cells } of new TableReader(spreadsheet, ASSESSMENT_HEADINGS).rows()) {
    const { record, issues } = checkAssessment(cells, { taxYear: null, dueOn: null, dayOfSerial: sheet.dayOfSerial });
    if (record) bills.push(record);
    for (const { severity, code } of issues) told[`${severity} ${code}`] = (told[`${severity} ${code}`] ?? 0) + 1;
  }
  spreadsheet.close();
  return { bills, told };
}

describe('synthetic land tax', () => {
  it('is about one object for each household, most of them of book I, the same every time', () => {
    const heads = [...generateResidents(village)].length / 3;
    expect(objects.length).toBeGreaterThan(heads * 0.8);
    expect(objects.length).toBeLessThan(heads * 1.4);
    expect(inventObjects(village, generateResidents(village))).toEqual(objects);
    expect(new Set(objects.map(({ nop }) => nop)).size).toBe(objects.length);
  });

  it('is read without error or warning, part of the last year paid, its village told by the addresses', async () => {
    const { bills, told } = await importRows(rowsOfYear(objects, 2025, { isLast: true }));
    expect(told).toEqual({});
    expect(bills).toHaveLength(objects.length);
    const share = (test: (bill: Assessment) => boolean) => bills.filter(test).length / bills.length;
    expect(share(({ paid }) => paid)).toBeGreaterThan(0.5);
    expect(share(({ taxBook }) => taxBook === 1)).toBeGreaterThan(0.6);
    expect(share(({ taxBook }) => taxBook > 2)).toBeLessThan(0.03);
    expect(bills.every(({ nop }) => nop.startsWith('3507922003'))).toBe(true);
    expect(mostNamed(bills.map(({ address }) => address ?? '').join('\n'), [{ id: 1, name: 'Landungsari' }, { id: 2, name: 'Landung' }])).toBe(1);
  });

  it('has a list to try by hand with changes, new objects and mistakes of four kinds', async () => {
    const { bills, told } = await importRows(trialRows(objects, 2026));
    const known = new Map(objects.map(({ nop, amount }) => [nop.replace(/\D/g, ''), amount]));
    expect(told).toEqual({ 'error NOP_LENGTH': 1, 'error AMOUNT_UNREADABLE': 1, 'error NAME_EMPTY': 1, 'error AMOUNT_NEGATIVE': 1 });
    expect(bills.filter(({ nop, amount }) => known.has(nop) && known.get(nop) !== Number(amount)).length).toBeGreaterThan(3);
    expect(bills.filter(({ nop }) => !known.has(nop)).length).toBeGreaterThan(20);
  });

  it('has a prefix that is nobody’s, another for a kelurahan of the same number', () => {
    expect([inventedPrefix('35.07.13.2010'), inventedPrefix('35.07.13.1010')]).toEqual(['3507913010', '3507913510']);
  });
});
