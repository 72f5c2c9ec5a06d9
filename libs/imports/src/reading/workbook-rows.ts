import { type Cell, EMPTY_CELL, LONGEST_CELL, MOST_COLUMNS } from './cell.js';
import { isoFromSerial, isoFromText } from './date-serial.js';
import { FileRefused } from './file-refused.js';
import type { SharedStrings } from './shared-strings.js';
import type { SheetInfo, SourceRow } from './source-row.js';
import { type Attributes, parseXml, unescapeText, type XmlHandler } from './xml-stream.js';
import type { ZipArchive } from './zip-archive.js';

export interface SheetSource {
  readonly info: SheetInfo;
  readonly part: string;
  readonly strings: SharedStrings;
  readonly dateStyles: readonly boolean[];
  readonly from1904: boolean;
}

/**
 * The rows of one sheet in file order, blank ones left out; memory for one chunk of it at a time.
 * @throws FileRefused `FILE_DAMAGED`, `FILE_CELL_TOO_LONG` (naming sheet and row)
 */
export async function* readSheetRows(archive: ZipArchive, source: SheetSource): AsyncGenerator<SourceRow> {
  const gatherer = new RowGatherer(source);
  try {
    for await (const _ of parseXml(await archive.stream(source.part), gatherer)) {
      if (gatherer.rows.length > 0) yield* gatherer.take();
    }
  } catch (error) {
    throw error instanceof FileRefused && error.code === 'FILE_CELL_TOO_LONG' ? new FileRefused(error.code, `Lihat lembar ${source.info.name}, baris ${gatherer.row}.`) : error;
  }
}

class RowGatherer implements XmlHandler {
  rows: SourceRow[] = [];
  row = 0;
  private cells: Cell[] = [];
  private filled = 0;
  private column = -1;
  private type = '';
  private style = 0;
  private value = '';
  private hasFormula = false;
  /** Text counts inside `v`, and inside `t` of an inline string; not inside `f` or phonetic hints. */
  private reading = false;
  private phonetic = false;
  private inCell = false;

  constructor(private readonly source: SheetSource) {}

  take(): SourceRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'row') this.openRow(attributes);
    else if (!this.inCell) return;
    else if (name === 'v' || name === 't') this.reading = !this.phonetic;
    else if (name === 'f') this.hasFormula = true;
    else if (name === 'rPh') this.phonetic = true;
  }

  text(text: string): void {
    if (!this.reading) return;
    this.value += text;
    if (this.value.length > LONGEST_CELL * 7) throw new FileRefused('FILE_CELL_TOO_LONG');
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.reading = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'row') this.closeRow();
  }

  /** Rows and cells may leave out where they stand; then they follow the one before. */
  private openRow(attributes: Attributes): void {
    const stated = Number(attributes['r']);
    this.row = stated > 0 ? stated : this.row + 1;
    this.cells = [];
    this.filled = 0;
    this.column = -1;
  }

  private openCell(attributes: Attributes): void {
    const { r: reference, t: type = 'n', s: style } = attributes;
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    this.type = type;
    this.style = style === undefined ? 0 : Number(style);
    this.value = '';
    this.hasFormula = false;
    this.inCell = true;
  }

  private closeCell(): void {
    this.inCell = false;
    const { column } = this;
    if ((this.value === '' && !this.hasFormula) || column < 0 || column >= MOST_COLUMNS) return;
    const cell = this.readCell();
    if (cell.kind === 'empty') return;
    while (this.cells.length < column) this.cells.push(EMPTY_CELL);
    this.cells[column] = cell;
    this.filled = Math.max(this.filled, column + 1);
  }

  private closeRow(): void {
    if (this.filled > 0) this.rows.push({ sheet: this.source.info, row: this.row, cells: this.cells });
  }

  private readCell(): Cell {
    if (this.type === 'e') return { kind: 'error', value: this.value };
    const plain = this.readValue();
    return this.hasFormula ? { kind: 'formula', value: plain.value } : plain;
  }

  private readValue(): Cell {
    switch (this.type) {
      case 'n':
        return this.readNumber(Number(this.value));
      case 's':
        return textCell(this.source.strings.at(Number(this.value)));
      case 'b':
        return { kind: 'number', value: Number(this.value) };
      case 'd': {
        const date = isoFromText(this.value);
        return date === null ? textCell(this.value) : { kind: 'date', value: date };
      }
      default:
        return textCell(unescapeText(this.value));
    }
  }

  private readNumber(value: number): Cell {
    if (Number.isNaN(value)) return textCell(this.value);
    // A date format over a number that is no day (0 shows as 00/01/1900) leaves the number for the rules to judge.
    const date = this.source.dateStyles[this.style] && this.value !== '' ? isoFromSerial(value, this.source.from1904) : null;
    if (date !== null) return { kind: 'date', value: date };
    return this.value === '' ? EMPTY_CELL : { kind: 'number', value };
  }
}

function textCell(value: string): Cell {
  if (value.length > LONGEST_CELL) throw new FileRefused('FILE_CELL_TOO_LONG');
  return value === '' ? EMPTY_CELL : { kind: 'text', value };
}

/** 27 for `AB12`; -1 for a reference without letters. */
function columnOf(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length; index++) {
    const letter = reference.charCodeAt(index) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}
