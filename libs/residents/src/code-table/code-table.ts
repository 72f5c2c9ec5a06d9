/** One value of a code table: the code is stored, the labels are only shown and read. */
export interface CodeRow {
  readonly code: number;
  /** As the civil registry writes it, upper case: registers and exports. */
  readonly official: string;
  /** Sentence case: screens and letters. */
  readonly display: string;
}

export interface CodeTable {
  readonly name: string;
  /** Indonesian heading of the column. */
  readonly title: string;
  readonly rows: readonly CodeRow[];
  readonly byCode: ReadonlyMap<number, CodeRow>;
  readonly byWord: ReadonlyMap<string, number>;
}

export interface RowSpec {
  /** Official spelling when it is more than the upper case of the display label. */
  readonly official?: string;
  /** Other spellings found in files. */
  readonly words?: readonly string[];
  /** Other numbers found in files. */
  readonly codes?: readonly number[];
}

/** One line of a table: code, display label, what else it is called. */
export type RowLine = readonly [code: number, display: string, spec?: RowSpec];

/**
 * Builds a table and its look-ups.
 * @throws RangeError when one code or one spelling would mean two rows: a mistake in the table itself.
 */
export function codeTable(name: string, title: string, lines: readonly RowLine[]): CodeTable {
  const rows: CodeRow[] = [];
  const byCode = new Map<number, CodeRow>();
  const byWord = new Map<string, number>();
  for (const [code, display, spec = {}] of lines) {
    const row = { code, display, official: spec.official ?? display.toUpperCase() };
    rows.push(row);
    for (const number of [code, ...(spec.codes ?? [])]) {
      if (byCode.has(number)) throw new RangeError(`CODE_TWICE ${name} ${number}`);
      byCode.set(number, row);
    }
    for (const word of [display, row.official, ...(spec.words ?? [])]) {
      const key = wordKey(word);
      if ((byWord.get(key) ?? code) !== code) throw new RangeError(`WORD_TWICE ${name} ${word}`);
      byWord.set(key, code);
    }
  }
  return { name, title, rows, byCode, byWord };
}

/**
 * The code a cell means: a number, a number as text, or a label in any case, whatever its spaces and most
 * punctuation (`SLTA / SEDERAJAT` = `slta/sederajat`, `Strata-II` = `STRATA II`). Null when unknown; empty and `-` are the
 * caller's to treat as "not filled in".
 */
export function findCode(table: CodeTable, raw: number | string): number | null {
  if (typeof raw === 'number') return table.byCode.get(raw)?.code ?? null;
  const text = raw.trim();
  if (/^\d+(?:\.0+)?$/.test(text)) return table.byCode.get(Number(text))?.code ?? null;
  return table.byWord.get(wordKey(text)) ?? null;
}

/** `Belum kawin`; null for an unknown or missing code. */
export function displayLabel(table: CodeTable, code: number | null): string | null {
  return code === null ? null : (table.byCode.get(code)?.display ?? null);
}

/** `BELUM KAWIN`; null for an unknown or missing code. */
export function officialLabel(table: CodeTable, code: number | null): string | null {
  return code === null ? null : (table.byCode.get(code)?.official ?? null);
}

/**
 * Letters, digits and the slash; case, spaces and other punctuation do not count. The slash does, because `DIPLOMA I / II`
 * is not `DIPLOMA III`: for the same reason whatever stands between two Roman numerals is read as one. A rhesus sign
 * is kept, because A, A+ and A- differ.
 */
export function wordKey(word: string): string {
  const upper = word.normalize('NFKC').toUpperCase().replace(/[\u2010-\u2015\u2212]/g, '-');
  const rhesus = /^\s*(?:A|B|A\s*B|O)\s*([+-])\s*$/.exec(upper)?.[1] ?? '';
  return upper.replace(/\b([IV]+)\s*[-,.&]\s*(?=[IV]+\b)/g, '$1/').replace(/[^A-Z0-9/]/g, '') + rhesus;
}
