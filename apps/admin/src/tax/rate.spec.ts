import { describe, expect, it } from '@jest/globals';
import { readRate, showRate, yearsWords } from './rate.js';

describe('a rate a month', () => {
  it.each([['1', 1_000], ['2 %', 2_000], ['0,5', 500], ['0.125%', 125], ['12', 12_000]])('typed as %s is %i parts of 100.000', (typed, parts) => expect(readRate(typed)).toBe(parts));
  it.each(['', 'satu', '1,2345', '-1', '1 000'])('%p is none', (typed) => expect(readRate(typed)).toBeNull());
  it('is shown with a comma', () => expect([showRate(1_000), showRate(500)]).toEqual(['1 %', '0,5 %']));
});

it('says which years a rule is for', () => {
  expect([yearsWords(2024, null), yearsWords(1985, 2023), yearsWords(2010, 2023), yearsWords(2020, 2020)]).toEqual(['2024 dan seterusnya', 'sampai 2023', '2010–2023', '2020']);
});
