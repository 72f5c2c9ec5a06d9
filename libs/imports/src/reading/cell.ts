/**
 * One cell as the file holds it. `number` is kept apart from `text` because a number has often lost digits; `date` is a
 * cell with a date format, as `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`; `formula` carries the result the spreadsheet stored
 * last, `error` its sign (`#N/A`). A CSV has only `text` and `empty`.
 */
export type Cell =
  | { readonly kind: 'empty'; readonly value: null }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'formula'; readonly value: string | number | null }
  | { readonly kind: 'error'; readonly value: string };

export type CellKind = Cell['kind'];

export const EMPTY_CELL: Cell = { kind: 'empty', value: null };

/** What a spreadsheet itself can hold in one cell; a longer one comes from no spreadsheet and is refused. */
export const LONGEST_CELL = 32_767;

/** Cells further right are not read: no list of ours is as wide, and a stray cell in column XFD would widen every row. */
export const MOST_COLUMNS = 512;

/** The cell as one reads it on the screen, nearly; empty text for an empty cell. */
export function cellText(cell: Cell): string {
  return cell.value === null ? '' : String(cell.value);
}

/** A, B, … Z, AA for 0, 1, … 25, 26: people speak of columns by letter. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
