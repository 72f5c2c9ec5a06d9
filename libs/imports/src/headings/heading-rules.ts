/** One column a list may have. */
export interface KnownColumn {
  /** What our rules call it. */
  readonly key: string;
  /** As the usual export writes it, and as a message names it. */
  readonly heading: string;
  /** Other spellings; case, spaces and punctuation never count. */
  readonly aliases?: readonly string[];
  /** The key of the column that a second one under this heading is; without it a heading met twice is refused. */
  readonly again?: string;
}

/** A known export, recognised by the columns it has. */
export interface KnownLayout {
  readonly name: string;
  readonly keys: readonly string[];
}

/** What a kind of list looks like: enough to find its columns in any order. */
export interface HeadingRules {
  readonly columns: readonly KnownColumn[];
  /** Keys without which a row of cells is no heading row of this list. */
  readonly required: readonly string[];
  readonly layouts: readonly KnownLayout[];
  /** Headings that are neither known nor worth a warning: those we write into an error workbook ourselves. */
  readonly ignored?: readonly string[];
}

/** Letters and digits in lower case: `No. KK`, `NO_KK` and `no kk` are one heading. */
export function headingKey(heading: string): string {
  return heading.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]/g, '');
}
