import { afterAll, describe, expect, it } from '@jest/globals';
import { FileBench } from '../../../../test/support/workbook-files.js';
import { openSpreadsheet } from './spreadsheet.js';

const bench = new FileBench();
afterAll(() => bench.clear());

async function read(content: Buffer | string): Promise<[number, (string | number | null)[]][]> {
  const spreadsheet = await openSpreadsheet(await bench.write(content));
  const rows: [number, (string | number | null)[]][] = [];
  for await (const { row, cells } of spreadsheet.rows()) rows.push([row, cells.map(({ value }) => value)]);
  return rows;
}

const list = 'nik;nama\r\n3507;RENÉ\r\n';
const read2 = [[1, ['nik', 'nama']], [2, ['3507', 'RENÉ']]];
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('encodings of a CSV', () => {
  it.each<[string, Buffer | string]>([
    ['UTF-8', list],
    ['UTF-8 with a mark', `\ufeff${list}`],
    ['UTF-16 little-endian with a mark', Buffer.from(`\ufeff${list}`, 'utf16le')],
    ['UTF-16 little-endian without one', Buffer.from(list, 'utf16le')],
    ['UTF-16 big-endian with a mark', bigEndian(`\ufeff${list}`)],
    ['UTF-16 big-endian without one', bigEndian(list)],
    ['windows-1252', Buffer.from(list, 'latin1')],
  ])('reads %s', async (_, content) => expect(await read(content)).toEqual(read2));

  it('finds the one letter of windows-1252 far behind the first bytes', async () => {
    const filler = '3507,BUDI\n'.repeat(20_000);
    const rows = await read(Buffer.from(`nik,nama\n${filler}3507,RENÉ\n`, 'latin1'));
    expect(rows.at(-1)).toEqual([20_002, ['3507', 'RENÉ']]);
  });

  it('cuts no character in two where one chunk of the file ends', async () => {
    const content = `a,${'x'.repeat(20_000)}\n`.repeat(52) + 'é,ü\n'.repeat(50_000);
    const rows = await read(content);
    expect(rows).toHaveLength(50_052);
    expect(rows.slice(52).every(([, cells]) => cells[0] === 'é' && cells[1] === 'ü')).toBe(true);
  });
});

describe('shapes of a CSV', () => {
  it.each<[string, string]>([
    ['commas', 'a,b,c\n1,"x;y",3\n'],
    ['semicolons', 'a;b;c\n1;"x;y";3\n'],
    ['tabs', 'a\tb\tc\n1\tx;y\t3\n'],
    ['bars', 'a|b|c\n1|x;y|3\n'],
    ['a title full of commas above semicolons', 'Desa A, Kec. B\na;b;c;d\n1;"x;y";3;4\n'],
    ['a declared separator', 'sep=;\r\na;b;c\r\n1;"x;y";3\r\n'],
  ])('finds %s', async (_, content) => {
    const rows = await read(content);
    expect(rows.at(-1)?.[1].slice(0, 3)).toEqual(['1', 'x;y', '3']);
  });

  it('numbers rows as a spreadsheet does: blank lines count, line breaks inside quotes do not', async () => {
    expect(await read('a,b\n\n"x\ny",2\n,\n3,4\n')).toEqual([[1, ['a', 'b']], [3, ['x\ny', '2']], [5, ['3', '4']]]);
  });

  it('takes quotes inside an unquoted cell as they are', async () => {
    expect((await read('a,b\nSITI "NING" AMINAH,1\n'))[1]?.[1]).toEqual(['SITI "NING" AMINAH', '1']);
  });

  it('reads old Mac line ends, rows of unequal length and a last line without end', async () => {
    expect(await read('a,b\r1\r2,3,4')).toEqual([[1, ['a', 'b']], [2, ['1']], [3, ['2', '3', '4']]]);
  });
});
