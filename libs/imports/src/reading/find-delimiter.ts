export type Delimiter = ',' | ';' | '\t' | '|';

/** In order of preference when counts are equal. Spreadsheets with Indonesian settings write semicolons. */
const CANDIDATES: readonly Delimiter[] = [',', ';', '\t', '|'];
const LINES = 50;

/**
 * The delimiter that occurs most often in any one of the first lines, outside quotes: the heading line has one between
 * each of its names, while a title row above it or a comma inside an address has few. `declared`: the first line is
 * the spreadsheet's own note `sep=;`, which is no row.
 */
export function findDelimiter(text: string): { readonly delimiter: Delimiter; readonly declared: boolean } {
  const declaration = /^sep=([,;\t|])\r?\n/i.exec(text);
  if (declaration) return { delimiter: declaration[1] as Delimiter, declared: true };
  const lines = text.split(/\r\n|\n|\r/, LINES).map((line) => line.replace(/"(?:[^"]|"")*"/g, ''));
  let best: Delimiter = ',';
  let most = 0;
  for (const candidate of CANDIDATES) {
    const count = Math.max(...lines.map((line) => line.split(candidate).length - 1));
    if (count > most) [best, most] = [candidate, count];
  }
  return { delimiter: best, declared: false };
}
