import { FileRefused } from './file-refused.js';
import { dateFromSerial, isDateFormat } from './date-serial.js';
import type { SheetInfo } from './source-row.js';
import { localAttribute, parseXmlWhole } from './xml-stream.js';
import type { ZipArchive } from './zip-archive.js';

export interface WorkbookParts {
  readonly sheets: readonly { readonly info: SheetInfo; readonly part: string }[];
  readonly sharedStrings: string | null;
  /** Serial numbers of days count from 1904, a habit of old Macs. */
  readonly from1904: boolean;
  /** By number of the cell style: whether it shows a day. */
  readonly dateStyles: readonly boolean[];
}

/**
 * The small parts of a workbook: which sheets, where they lie, which styles are dates.
 * @throws FileRefused for a zip that is another kind of document, or a damaged workbook.
 */
export async function readWorkbookParts(archive: ZipArchive): Promise<WorkbookParts> {
  refuseOtherDocuments(archive);
  const book = (await readRelations(archive, '_rels/.rels', '')).find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (book.endsWith('.bin')) throw new FileRefused('FILE_BINARY_WORKBOOK');
  if (!archive.has(book)) throw new FileRefused('FILE_NOT_SPREADSHEET');
  const folder = book.slice(0, book.lastIndexOf('/') + 1);
  const relations = await readRelations(archive, `${folder}_rels/${book.slice(folder.length)}.rels`, folder);
  const { sheets, from1904 } = await readSheetList(archive, book);
  const dayOfSerial = (serial: number) => dateFromSerial(serial, from1904);
  const target = (type: string) => relations.find((relation) => relation.type === type)?.target ?? null;
  return {
    sheets: sheets.flatMap(({ id, name, hidden }) => {
      const relation = relations.find((candidate) => candidate.id === id);
      // Charts and macro sheets stand in the same list; they hold no rows.
      return relation?.type === 'worksheet' ? [{ info: { name, hidden, dayOfSerial }, part: relation.target }] : [];
    }),
    sharedStrings: target('sharedStrings'),
    from1904,
    dateStyles: await readDateStyles(archive, target('styles')),
  };
}

function refuseOtherDocuments(archive: ZipArchive): void {
  if (archive.has('[Content_Types].xml')) return;
  throw new FileRefused(archive.has('content.xml') && archive.has('mimetype') ? 'FILE_OPEN_DOCUMENT' : 'FILE_NOT_SPREADSHEET');
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

async function readRelations(archive: ZipArchive, part: string, folder: string): Promise<Relation[]> {
  const relations: Relation[] = [];
  if (!archive.has(part)) return relations;
  await readSmall(archive, part, (name, attributes) => {
    if (name !== 'Relationship') return;
    const { Id: id = '', Type: type = '', Target: target = '' } = attributes;
    relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolve(folder, target) });
  });
  return relations;
}

/** Targets are relative to the folder of their source, or absolute within the archive. */
function resolve(folder: string, target: string): string {
  const segments: string[] = [];
  for (const segment of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

async function readSheetList(archive: ZipArchive, part: string): Promise<{ sheets: { id: string; name: string; hidden: boolean }[]; from1904: boolean }> {
  const sheets: { id: string; name: string; hidden: boolean }[] = [];
  let from1904 = false;
  await readSmall(archive, part, (name, attributes) => {
    if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    if (name !== 'sheet') return;
    const hidden = ['hidden', 'veryHidden'].includes(attributes['state'] ?? '');
    sheets.push({ id: localAttribute(attributes, 'id') ?? '', name: attributes['name'] ?? '', hidden });
  });
  return { sheets, from1904 };
}

async function readDateStyles(archive: ZipArchive, part: string | null): Promise<boolean[]> {
  if (part === null || !archive.has(part)) return [];
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  await readSmall(archive, part, (name, attributes) => {
    if (name === 'cellXfs') inCellStyles = true;
    // Named styles come in a list of the same elements, on either side of the one that cells refer to.
    else if (name === 'cellStyleXfs' || name === 'cellStyles' || name === 'dxfs') inCellStyles = false;
    else if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
    else if (name === 'xf' && inCellStyles) {
      const id = Number(attributes['numFmtId'] ?? 0);
      styles.push(isDateFormat(id, formats.get(id)));
    }
  });
  return styles;
}

/** Largest of the small parts; styles of old workbooks grow to some megabytes. */
const SMALL_PART = 16 << 20;

async function readSmall(archive: ZipArchive, part: string, open: (name: string, attributes: Readonly<Record<string, string>>) => void): Promise<void> {
  if (archive.sizeOf(part) > SMALL_PART) throw new FileRefused('FILE_TOO_LARGE_INSIDE');
  await parseXmlWhole(await archive.stream(part), { open, text: () => undefined, close: () => undefined });
}
