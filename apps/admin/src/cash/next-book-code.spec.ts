import { describe, expect, it } from '@jest/globals';
import { nextBookCode } from './next-book-code.js';

describe('the code of a new receipt book', () => {
  it('is the first number no book has had, ended ones included', () => {
    expect(nextBookCode([])).toBe('01');
    expect(nextBookCode(['01', 'A', '03'])).toBe('02');
  });

  it('is left to the person when all numbers are used', () => {
    expect(nextBookCode(Array.from({ length: 99 }, (_, at) => String(at + 1).padStart(2, '0')))).toBe('');
  });
});
