import { type Cell, cellText, columnLetter } from '../reading/cell.js';
import { FileRefused } from '../reading/file-refused.js';
import { headingKey, type HeadingRules } from './heading-rules.js';

/** The heading row of one sheet, understood. */
export interface Headings {
  /** Spreadsheet row it stands in. */
  readonly row: number;
  /** As written, by physical column; empty text where a column has none. */
  readonly written: readonly string[];
  /** By position in `rules.columns`: the physical column, or -1. */
  readonly places: Int16Array;
  /** Headings no rule knows, as written. */
  readonly unknown: readonly string[];
}

/** A row of cells with fewer of the list's headings than this is a title or a legend, not a heading row that lacks some. */
const LIKELY = 3;

export interface HeadingRowLacks {
  readonly row: number;
  readonly missing: readonly string[];
}

/** Looks up headings of one kind of list. */
export class HeadingMatcher {
  private readonly positions = new Map<string, number>();
  private readonly ignored: ReadonlySet<string>;

  constructor(readonly rules: HeadingRules) {
    rules.columns.forEach(({ key, heading, aliases = [] }, position) => {
      for (const word of [heading, key, ...aliases]) {
        const known = this.positions.get(headingKey(word)) ?? position;
        if (known !== position) throw new RangeError(`HEADING_AMBIGUOUS ${word}`);
        this.positions.set(headingKey(word), position);
      }
    });
    this.ignored = new Set((rules.ignored ?? []).map(headingKey));
  }

  /**
   * The row as headings; what it lacks, when it has some of the list's headings but not all required ones; null when
   * it is something else.
   * @throws FileRefused `FILE_HEADING_TWICE`: it would be a guess which of the two holds the data.
   */
  match(row: number, cells: readonly Cell[]): Headings | HeadingRowLacks | null {
    const { columns, required } = this.rules;
    const places = new Int16Array(columns.length).fill(-1);
    const unknown: string[] = [];
    let found = 0;
    let twice: { heading: string; at: readonly number[] } | null = null;
    for (const [at, cell] of cells.entries()) {
      const key = cell.kind === 'text' ? headingKey(cell.value) : '';
      const position = this.free(this.positions.get(key), places);
      if (position === undefined) {
        if (cell.kind !== 'empty' && !this.ignored.has(key)) unknown.push(oneLine(cellText(cell)));
        continue;
      }
      const before = places[position] ?? -1;
      if (before >= 0) twice ??= { heading: columns[position]?.heading ?? key, at: [before, at] };
      else places[position] = at;
      found++;
    }
    const missing = columns.filter(({ key }, position) => required.includes(key) && (places[position] ?? -1) < 0);
    if (missing.length > 0) return found >= LIKELY ? { row, missing: missing.map(({ heading }) => heading) } : null;
    if (twice) throw new FileRefused('FILE_HEADING_TWICE', `“${twice.heading}” ada di kolom ${twice.at.map(columnLetter).join(' dan ')}. Hapus salah satu.`);
    return { row, written: cells.map((cell) => oneLine(cellText(cell))), places, unknown };
  }

  /** The place a heading means: that of its second column where the first is taken. */
  private free(position: number | undefined, places: Int16Array): number | undefined {
    const again = position === undefined || (places[position] ?? -1) < 0 ? undefined : this.rules.columns[position]?.again;
    return again === undefined ? position : this.rules.columns.findIndex(({ key }) => key === again);
  }
}

/** The layout whose columns are all there; of several the widest. Null for a selection of the user's own. */
export function layoutName(rules: HeadingRules, places: Int16Array): string | null {
  const present = new Set(rules.columns.filter((_, position) => (places[position] ?? -1) >= 0).map(({ key }) => key));
  const fitting = rules.layouts.filter(({ keys }) => keys.every((key) => present.has(key)));
  return fitting.toSorted((a, b) => b.keys.length - a.keys.length)[0]?.name ?? null;
}

const LONGEST_HEADING = 100;

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_HEADING);
}
