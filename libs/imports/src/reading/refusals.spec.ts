import { afterAll, describe, expect, it } from '@jest/globals';
import { FileBench, textRow, workbook, zip } from '../../../../test/support/workbook-files.js';
import { openSpreadsheet } from './spreadsheet.js';

const bench = new FileBench();
afterAll(() => bench.clear());

async function read(content: Buffer | string): Promise<number> {
  const spreadsheet = await openSpreadsheet(await bench.write(content));
  let rows = 0;
  try {
    for await (const _ of spreadsheet.rows()) rows++;
  } finally {
    spreadsheet.close();
  }
  return rows;
}

const oldWorkbook = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1000)]);
const oneSheet = [{ name: 'Data', rows: textRow(1, ['a']) }];
const longText = 'x'.repeat(10_000_000);

describe('refusing files before any of their rows counts', () => {
  it.each<[string, string, Buffer | string]>([
    ['an empty file', 'FILE_EMPTY', ''],
    ['a file of blank lines', 'FILE_EMPTY', '\r\n \r\n'],
    ['an empty zip', 'FILE_EMPTY', zip({})],
    ['a workbook without sheets', 'FILE_EMPTY', workbook([])],
    ['a workbook of before 2007', 'FILE_OLD_XLS', oldWorkbook],
    ['a workbook locked with a password', 'FILE_LOCKED', Buffer.concat([oldWorkbook, Buffer.from('EncryptedPackage', 'utf16le')])],
    ['a web page that calls itself .xls', 'FILE_WEB_PAGE', '\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>nik'],
    ['a web page behind a byte-order mark', 'FILE_WEB_PAGE', '\ufeff<!DOCTYPE html>'],
    ['a spreadsheet as XML of 2003', 'FILE_WEB_PAGE', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'],
    ['a PDF', 'FILE_NOT_SPREADSHEET', '%PDF-1.7\n'],
    ['a picture without a known start', 'FILE_NOT_SPREADSHEET', Buffer.from([7, 3, 9, 0, 0, 1, 2, 250, 0, 4, 5])],
    ['a zip of something else', 'FILE_NOT_SPREADSHEET', zip({ 'foto.jpg': 'x' })],
    ['a text document', 'FILE_NOT_SPREADSHEET', zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' })],
    ['an OpenDocument spreadsheet', 'FILE_OPEN_DOCUMENT', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' })],
    ['a binary workbook', 'FILE_BINARY_WORKBOOK', zip({ '[Content_Types].xml': '<Types/>', '_rels/.rels': '<R><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></R>', 'xl/workbook.bin': 'x' })],
    ['a workbook cut off in the middle', 'FILE_DAMAGED', workbook(oneSheet).subarray(0, 900)],
    ['a sheet that is not well formed', 'FILE_DAMAGED', workbook([{ name: 'Data', rows: '<row><c></row>' }])],
    ['a sheet that ends early', 'FILE_DAMAGED', workbook(oneSheet, { extra: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' } })],
    ['a sheet whose part is missing', 'FILE_DAMAGED', workbook(oneSheet, { extra: { 'xl/_rels/workbook.xml.rels': '<R><Relationship Id="s1" Type="x/worksheet" Target="nowhere.xml"/></R>' } })],
    ['a cell of 10 MB', 'FILE_CELL_TOO_LONG', workbook([{ name: 'Data', rows: textRow(1, [longText]) }])],
    ['a shared string of 10 MB', 'FILE_CELL_TOO_LONG', workbook(oneSheet, { strings: [longText] })],
    ['a cell longer than a spreadsheet can hold', 'FILE_CELL_TOO_LONG', workbook([{ name: 'Data', rows: textRow(1, ['x'.repeat(32_768)]) }])],
    ['a cell of 10 MB in small CDATA pieces', 'FILE_CELL_TOO_LONG', workbook([{ name: 'Data', rows: `<row r="1"><c t="inlineStr"><is><t>${'<![CDATA[xxxxxxxxxx]]>'.repeat(100_000)}</t></is></c></row>` }])],
    ['an attribute of 10 MB', 'FILE_CELL_TOO_LONG', workbook([{ name: 'Data', rows: `<row spans="${longText}"/>` }])],
    ['a CSV cell of 10 MB', 'FILE_QUOTE_OPEN', `nik,nama\n1,${longText}\n`],
    ['a CSV cell longer than a spreadsheet can hold', 'FILE_CELL_TOO_LONG', `nik,nama\n1,${'x'.repeat(40_000)}\n`],
    ['a CSV line of a hundred thousand delimiters', 'FILE_DAMAGED', `nik,nama\n${','.repeat(100_000)}\n`],
    ['a sheet of tags within tags', 'FILE_DAMAGED', workbook(oneSheet, { extra: { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${'<a>'.repeat(1_000_000)}` } })],
    ['a quote that is never closed', 'FILE_QUOTE_OPEN', 'nik,nama\n1,"SITI\n2,BUDI\n'],
  ])('refuses %s with %s', async (_, code, content) => {
    await expect(read(content)).rejects.toMatchObject({ code, message: expect.stringMatching(/^[A-Z].*\.$/) });
  });

  it('names the row of a cell that is too long, and nothing of its content', async () => {
    await expect(read(workbook([{ name: 'Data', rows: textRow(1, ['a']) + textRow(7, ['RAHASIA'.repeat(6000)]) }]))).rejects.toMatchObject({ message: 'Ada sel yang isinya terlalu panjang. Lihat lembar Data, baris 7.' });
  });
});

describe('zip bombs', () => {
  const megabyte = Buffer.alloc(1 << 20, ' ');

  it('refuses an archive that unpacks to many times its size, without unpacking it', async () => {
    const bomb = workbook(oneSheet, { extra: { 'xl/media/a.bin': Buffer.alloc(64 << 20) } });
    expect(bomb.length).toBeLessThan(100_000);
    await expect(read(bomb)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE_INSIDE' });
  });

  it('refuses a claimed size beyond any bound', async () => {
    const parts = { '[Content_Types].xml': '<Types/>', a: megabyte };
    await expect(read(zip(parts, { a: 3_000_000_000 }))).rejects.toMatchObject({ code: 'FILE_TOO_LARGE_INSIDE' });
  });

  it('refuses more entries than any workbook has', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2100 }, (_, index) => [`part${index}`, '']));
    await expect(read(zip(parts))).rejects.toMatchObject({ code: 'FILE_TOO_LARGE_INSIDE' });
  });

  it('stops when a sheet yields more than the directory says', async () => {
    const sheet = `<worksheet><sheetData>${textRow(1, ['a'])}${'<row/>'.repeat(200_000)}</sheetData></worksheet>`;
    const honest = workbook(oneSheet, { extra: { 'xl/worksheets/sheet1.xml': sheet } });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(sheet.length);
    const lying = Buffer.from(honest);
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at + 4)) lying.writeUInt32LE(2000, at);
    await expect(read(honest)).resolves.toBe(1);
    await expect(read(lying)).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
  });

  it('lets a sheet of many equal cells through', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => textRow(index + 1, ['MALANG', 'ISLAM', '1', '1'])).join('');
    await expect(read(workbook([{ name: 'Data', rows }]))).resolves.toBe(20_000);
  });
});
