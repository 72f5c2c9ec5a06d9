import { describe, expect, it } from '@jest/globals';
import { billSearch, sharedPrefix, writtenPrefix } from './nop-prefix.js';

describe('the prefix NOPs share', () => {
  it('is that of their village', () => expect(sharedPrefix(['35.07.926.003.001-0001.0', '35.07.926.003.004-0127.0'])).toBe('35.07.926.003.'));
  it('is none when one is of another', () => expect(sharedPrefix(['35.07.926.003.001-0001.0', '35.07.926.004.004-0127.0'])).toBe(''));
  it('is none without a NOP', () => expect(sharedPrefix([])).toBe(''));
  it('is written with dots', () => expect(writtenPrefix('3507926003')).toBe('35.07.926.003'));
});

describe('what is typed into the search', () => {
  it.each([
    ['35.07.926.003.001-0001.0', { nop: '35.07.926.003.001-0001.0' }],
    [' 3507 926 ', { nop: '3507 926' }],
    ['sulastri', { search: 'sulastri' }],
    ['P. KARTO', { search: 'P. KARTO' }],
    ['  ', {}],
  ])('%p asks %p', (typed, asked) => expect(billSearch(typed)).toEqual(asked));
});
