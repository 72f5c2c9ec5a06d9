import { type Cell, cellText, EMPTY_CELL } from '../reading/cell.js';
import { FileRefused } from '../reading/file-refused.js';
import type { SheetInfo, SourceRow } from '../reading/source-row.js';
import type { Spreadsheet } from '../reading/spreadsheet.js';
import type { HeadingRules } from './heading-rules.js';
import { HeadingMatcher, type HeadingRowLacks, type Headings, layoutName } from './match-headings.js';

/** A data row with its cells in the order of `rules.columns`; a column the sheet lacks is an empty cell. */
export interface TableRow {
  readonly sheet: SheetInfo;
  readonly row: number;
  readonly cells: readonly Cell[];
  /** As in the file, for the error workbook. */
  readonly original: readonly Cell[];
  readonly headings: Headings;
}

/** What was found in a file; the shape a run keeps and shows. */
export interface TableLayout {
  readonly name: string;
  readonly sheets: readonly { readonly name: string; readonly rows: number; readonly recognised: boolean; readonly hidden: boolean }[];
  /** Columns with a heading in the first recognised sheet, how many of them are known, and which are not. */
  readonly columns: number;
  readonly known: number;
  readonly unknown: readonly string[];
  /** Keys the list carries. A field it cannot carry is unknown, not empty. */
  readonly carried: readonly string[];
}

/** Rows that may stand above the headings: titles, the office's address, a legend. */
const ROWS_ABOVE = 50;
/** In the second physical column: everything below is notes (a custom of OpenSID's template). */
const END_MARK = '###';

/**
 * Finds the headings of each sheet and hands on the rows below them. A sheet without them is skipped and named in the
 * layout. The layout is complete once the rows were read to the end.
 */
export class TableReader {
  private readonly matcher: HeadingMatcher;
  private readonly sheets = new Map<SheetInfo, SheetState>();

  constructor(
    private readonly spreadsheet: Spreadsheet,
    private readonly rules: HeadingRules,
  ) {
    this.matcher = new HeadingMatcher(rules);
  }

  /** @throws FileRefused `FILE_NO_HEADINGS` after the last sheet when none had them, naming what the likeliest lacks. */
  async *rows(): AsyncGenerator<TableRow> {
    this.sheets.clear();
    for (const sheet of this.spreadsheet.sheets) this.sheets.set(sheet, new SheetState());
    for await (const row of this.spreadsheet.rows()) {
      const state = this.sheets.get(row.sheet);
      if (!state || state.ended) continue;
      if (state.headings === null) state.look(row, this.matcher);
      else if (isEndMark(row.cells[1])) state.ended = true;
      else if (state.rows > 0 || !isNumbering(row.cells)) {
        state.rows++;
        yield { sheet: row.sheet, row: row.row, cells: pick(row.cells, state.headings.places), original: row.cells, headings: state.headings };
      }
    }
    if (![...this.sheets.values()].some(({ headings }) => headings)) throw new FileRefused('FILE_NO_HEADINGS', this.whatIsMissing());
  }

  layout(): TableLayout {
    const sheets = [...this.sheets].map(([{ name, hidden }, { rows, headings }]) => ({ name, rows, recognised: headings !== null, hidden }));
    const first = [...this.sheets.values()].find(({ headings }) => headings)?.headings;
    const carried = this.rules.columns.filter((_, position) => [...this.sheets.values()].some(({ headings }) => (headings?.places[position] ?? -1) >= 0));
    const unknown = [...new Set([...this.sheets.values()].flatMap(({ headings }) => headings?.unknown ?? []))];
    return {
      name: (first && layoutName(this.rules, first.places)) ?? 'Susunan kolom sendiri',
      sheets,
      columns: first?.written.filter((heading) => heading !== '').length ?? 0,
      known: first?.places.filter((place) => place >= 0).length ?? 0,
      unknown,
      carried: carried.map(({ key }) => key),
    };
  }

  private whatIsMissing(): string {
    const states = [...this.sheets].flatMap(([sheet, { lacks }]) => (lacks ? [{ sheet, lacks }] : []));
    const nearest = states.toSorted((a, b) => a.lacks.missing.length - b.lacks.missing.length)[0];
    const needed = this.rules.columns.filter(({ key }) => this.rules.required.includes(key)).map(({ heading }) => heading);
    return nearest
      ? `Lembar ${nearest.sheet.name}, baris ${nearest.lacks.row}: kolom ${nearest.lacks.missing.join(', ')} belum ada.`
      : `Kolom yang harus ada: ${needed.join(', ')}.`;
  }
}

class SheetState {
  rows = 0;
  ended = false;
  headings: Headings | null = null;
  /** The likeliest row so far that is not quite the heading row. */
  lacks: HeadingRowLacks | null = null;
  private seen = 0;

  look(row: SourceRow, matcher: HeadingMatcher): void {
    const match = matcher.match(row.row, row.cells);
    if (match && 'places' in match) this.headings = match;
    else if (match && (this.lacks === null || match.missing.length < this.lacks.missing.length)) this.lacks = match;
    if (this.headings === null && ++this.seen >= ROWS_ABOVE) this.ended = true;
  }
}

function isEndMark(cell: Cell | undefined): boolean {
  return cell?.kind === 'text' && cell.value.trim() === END_MARK;
}

/** Printed tables number their columns below the headings: 1, 2, 3 … */
function isNumbering(cells: readonly Cell[]): boolean {
  return cells.length >= 3 && cells.every((cell, index) => cellText(cell).trim() === String(index + 1));
}

function pick(cells: readonly Cell[], places: Int16Array): Cell[] {
  const picked: Cell[] = [];
  for (let position = 0; position < places.length; position++) picked.push(cells[places[position] as number] ?? EMPTY_CELL);
  return picked;
}
