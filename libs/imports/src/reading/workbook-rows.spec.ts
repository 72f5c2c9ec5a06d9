import { afterAll, describe, expect, it } from '@jest/globals';
import { FileBench, type RawSheet, textRow, workbook } from '../../../../test/support/workbook-files.js';
import type { Cell } from './cell.js';
import { openSpreadsheet } from './spreadsheet.js';

const bench = new FileBench();
afterAll(() => bench.clear());

type Options = Parameters<typeof workbook>[1];

async function readAll(sheets: readonly RawSheet[], options?: Options): Promise<{ sheet: string; row: number; cells: readonly Cell[] }[]> {
  const spreadsheet = await openSpreadsheet(await bench.write(workbook(sheets, options)));
  const rows = [];
  for await (const { sheet, row, cells } of spreadsheet.rows()) rows.push({ sheet: sheet.name, row, cells });
  spreadsheet.close();
  return rows;
}

/** The cells of a sheet of one row. */
async function cellsOf(rows: string, options?: Options): Promise<readonly Cell[]> {
  return (await readAll([{ name: 'Data', rows }], options))[0]?.cells ?? [];
}

const text = (value: string): Cell => ({ kind: 'text', value });
const empty: Cell = { kind: 'empty', value: null };

describe('reading the cells of a workbook', () => {
  it('tells text, numbers, dates, formulas, errors and gaps apart', async () => {
    const cells = await cellsOf(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>42</v></c><c r="D1" s="1"><v>36526</v></c><c r="E1"><f>A1&amp;"x"</f><v>7</v></c><c r="F1" t="e"><v>#N/A</v></c><c r="G1" t="str"><f>X()</f><v>hasil</v></c><c r="H1" t="b"><v>1</v></c></row>',
      { strings: ['satu'] },
    );
    expect(cells).toEqual([
      text('satu'),
      { kind: 'number', value: 42 },
      empty,
      { kind: 'date', value: '2000-01-01' },
      { kind: 'formula', value: 7 },
      { kind: 'error', value: '#N/A' },
      { kind: 'formula', value: 'hasil' },
      { kind: 'number', value: 1 },
    ]);
  });

  it('flags a formula whose result was never stored', async () => {
    expect(await cellsOf('<row r="1"><c r="A1"><f>B1</f></c></row>')).toEqual([{ kind: 'formula', value: null }]);
  });

  it('joins the runs of rich text and leaves phonetic hints out', async () => {
    const rich = '<r><rPr/><t>SITI </t></r><r><t xml:space="preserve">AMINAH</t></r><rPh sb="0"><t>siti</t></rPh>';
    expect(await cellsOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { strings: [rich] })).toEqual([text('SITI AMINAH')]);
  });

  it('reads escapes, entities and CDATA as characters', async () => {
    const cells = await cellsOf('<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D_b &lt;&#233;&gt;<![CDATA[<x>]]></t></is></c></row>');
    expect(cells).toEqual([text('a\rb <é><x>')]);
  });

  it('expands no entity of a document type', async () => {
    const bomb = '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>';
    await expect(cellsOf('', { extra: { 'xl/worksheets/sheet1.xml': bomb } })).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
  });

  it('reads prefixed elements, and cells and rows that do not say where they stand', async () => {
    const xml = '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c></x:row><x:row/><x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const rows = await readAll([{ name: 'Data', rows: '' }], { extra: { 'xl/worksheets/sheet1.xml': xml } });
    expect(rows.map(({ row, cells }) => [row, cells.map(({ value }) => value)])).toEqual([[1, [1, 'b']], [3, [3]]]);
  });

  it('numbers rows as the spreadsheet shows them, leaving blank ones out', async () => {
    const rows = await readAll([{ name: 'Data', rows: `${textRow(3, ['a'])}<row r="4"><c r="A4" s="1"/></row>${textRow(9, ['b', null, 'c'])}` }]);
    expect(rows.map(({ row, cells }) => [row, cells.length])).toEqual([[3, 1], [9, 3]]);
  });

  it('counts serial numbers from 1904 where the workbook does', async () => {
    const row = '<row r="1"><c r="A1" s="1"><v>0</v></c><c r="B1" s="2"><v>35064.5</v></c></row>';
    expect(await cellsOf(row, { from1904: true })).toEqual([{ kind: 'date', value: '1904-01-01' }, { kind: 'date', value: '2000-01-01T12:00:00' }]);
  });

  it('takes a time of day and an impossible day for numbers', async () => {
    const row = '<row r="1"><c r="A1" s="3"><v>0.5</v></c><c r="B1" s="1"><v>0</v></c><c r="C1" s="1"><v>60</v></c></row>';
    expect((await cellsOf(row)).map(({ kind }) => kind)).toEqual(['number', 'number', 'number']);
  });

  it('reads every sheet and says which are hidden', async () => {
    const spreadsheet = await openSpreadsheet(await bench.write(workbook([{ name: 'Satu', rows: textRow(1, ['a']) }, { name: 'Dua &amp; tiga', rows: textRow(1, ['b']), state: 'veryHidden' }])));
    const seen = [];
    for await (const { sheet } of spreadsheet.rows()) seen.push([sheet.name, sheet.hidden]);
    expect(seen).toEqual([['Satu', false], ['Dua & tiga', true]]);
    spreadsheet.close();
  });

  it('can be read twice, and left in the middle', async () => {
    const spreadsheet = await openSpreadsheet(await bench.write(workbook([{ name: 'Data', rows: [1, 2, 3].map((row) => textRow(row, ['x'])).join('') }])));
    for await (const _ of spreadsheet.rows()) break;
    let rows = 0;
    for await (const _ of spreadsheet.rows()) rows++;
    expect(rows).toBe(3);
    spreadsheet.close();
  });

  it('reads no cell further right than any list of ours', async () => {
    expect(await cellsOf('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>')).toEqual([{ kind: 'number', value: 1 }]);
  });
});
