import { describe, expect, it } from '@jest/globals';
import { v4 as uuidv4 } from 'uuid';
import { caseNumber, readCaseNumber } from './case-number.js';

describe('the number of a report', () => {
  it('is the same for the same report and another for another', () => {
    const id = uuidv4();
    expect(caseNumber(id)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(caseNumber(id)).toBe(caseNumber(id));
    expect(new Set(Array.from({ length: 2_000 }, () => caseNumber(uuidv4()))).size).toBe(2_000);
  });

  it.each([['7k2m9zpx', '7K2M-9ZPX'], [' 7K2M 9ZPX ', '7K2M-9ZPX'], ['7k2m-9zpo', '7K2M-9ZP0'], ['iK2M-9ZPL', '1K2M-9ZP1'], ['7K2M', null], ['7K2M-9ZPU', null], ['', null]])('%p is read as %p', (typed, number) => {
    expect(readCaseNumber(typed)).toBe(number);
  });
});
