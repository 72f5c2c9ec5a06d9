import { describe, expect, it } from '@jest/globals';
import { csvLine } from './csv-line.js';

describe('a line of a CSV file', () => {
  it('separates by semicolons and ends as Windows ends lines', () => {
    expect(csvLine(['SITI AMINAH', 41, null, 'Krajan'])).toBe('SITI AMINAH;41;;Krajan\r\n');
  });

  it('quotes what would end a cell or the line', () => {
    expect(csvLine(['a;b', 'kata "apa"', 'dua\nbaris'])).toBe('"a;b";"kata ""apa""";"dua\nbaris"\r\n');
  });

  it.each(['=1+1', '+62341', '-1', '@SUM(A1)', '\tx', '\rx'])('starts no formula with %j', (value) => {
    expect(csvLine([value])).toMatch(/^"?'/);
  });
});
