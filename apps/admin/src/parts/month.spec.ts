import { describe, expect, it } from '@jest/globals';
import { readMonth } from './month.js';

describe('a month typed by a clerk', () => {
  it.each([
    ['Februari 2025', '2025-02'], ['feb 2025', '2025-02'], ['Pebruari 2025', '2025-02'], ['Nopember 2019', '2019-11'], ['2-2025', '2025-02'], ['02/2025', '2025-02'], ['2025-02', '2025-02'], [' 12.2020 ', '2020-12'],
  ])('reads %s', (typed, stored) => {
    expect(readMonth(typed)).toBe(stored);
  });

  it.each(['', '2025', '13-2025', '0-2025', 'Foo 2025', '2-25', 'Februari'])('refuses %s', (typed) => {
    expect(readMonth(typed)).toBeNull();
  });
});
