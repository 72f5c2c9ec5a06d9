import { openSpreadsheet } from '../../../dist/libs/imports/src/reading/spreadsheet.js';

/**
 * The bare measure of a workbook's import: every cell of it in our own streaming reader, and nothing done with it. A process of
 * its own, read twice, because inside the bench it took from 2 to 6 seconds, depending on what that had done before.
 * Prints the seconds of the second reading.
 */
const [path] = process.argv.slice(2);
let seconds = 0;
for (let reading = 1; reading <= 2; reading++) {
  const started = performance.now();
  const spreadsheet = await openSpreadsheet(path);
  let cells = 0;
  for await (const row of spreadsheet.rows()) cells += row.cells.length;
  spreadsheet.close();
  if (cells === 0) throw new Error('an empty workbook');
  seconds = (performance.now() - started) / 1000;
}
console.log(seconds);
