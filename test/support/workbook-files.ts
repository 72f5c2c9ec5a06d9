import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

/** A folder for one suite's files; remove it in `afterAll`. */
export class FileBench {
  private folder: string | null = null;
  private count = 0;

  /** Writes the bytes and answers the path. */
  async write(content: Buffer | string): Promise<string> {
    this.folder ??= await mkdtemp(join(tmpdir(), 'pamong-files-'));
    const path = join(this.folder, `${this.count++}.file`);
    await writeFile(path, content);
    return path;
  }

  async clear(): Promise<void> {
    if (this.folder) await rm(this.folder, { recursive: true, force: true });
  }
}

/** A zip of the given parts. `claims` overrides the unpacked size the directory states. */
export function zip(parts: Record<string, string | Buffer>, claims: Record<string, number> = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content as string);
    const packed = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claims[name] ?? data.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, Buffer.from(name)]));
    bodies.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  const list = Buffer.concat(directory);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}

export interface RawSheet {
  readonly name: string;
  /** Content of `sheetData`: rows and cells as raw XML. */
  readonly rows: string;
  readonly state?: 'hidden' | 'veryHidden';
}

/** A minimal workbook of raw sheet XML. Cell styles: 0 general, 1 day (`dd/mm/yyyy`), 2 built-in day 14, 3 time of day, 4 text. */
export function workbook(sheets: readonly RawSheet[], { strings = [], from1904 = false, extra = {} }: { strings?: readonly string[]; from1904?: boolean; extra?: Record<string, string | Buffer> } = {}): Buffer {
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const rels = (...items: string[]) => `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
  return zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': rels(relation('r1', 'officeDocument', '/xl/workbook.xml')),
    ...Object.fromEntries(sheets.map(({ rows }, index) => [`xl/worksheets/sheet${index + 1}.xml`, `<worksheet xmlns="x"><sheetData>${rows}</sheetData></worksheet>`])),
    'xl/workbook.xml': `<workbook xmlns="x" xmlns:r="y"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map(({ name, state }, index) => `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="s${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(...sheets.map((_, index) => relation(`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)), relation('t', 'sharedStrings', 'sharedStrings.xml'), relation('u', 'styles', 'styles.xml')),
    'xl/styles.xml': '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="21"/><xf numFmtId="49"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si>${text.startsWith('<') ? text : `<t>${text}</t>`}</si>`).join('')}</sst>`,
    ...extra,
  });
}

/** A row of inline strings; `null` leaves the cell out. */
export function textRow(number: number, values: readonly (string | null)[]): string {
  const cells = values.map((value, index) => (value === null ? '' : `<c r="${letters(index)}${number}" t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`));
  return `<row r="${number}">${cells.join('')}</row>`;
}

function letters(index: number): string {
  return (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
