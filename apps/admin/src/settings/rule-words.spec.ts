import { describe, expect, it } from '@jest/globals';
import type { LetterType, SettingValue } from '../api/contract.js';
import { shippedWord, sourceWord, valueWord } from './rule-words.js';

const types = [
  { code: 'SKU', classification: '500.2.2.4', validity: { amount: 3, unit: 'month' } },
  { code: 'SKD', classification: '400.12.2.1', validity: null },
] as LetterType[];

const shown = (key: string, value: SettingValue, known: readonly LetterType[] | undefined = types) => valueWord(key, value, shippedWord({ key, value }, known));

describe('the value of a rule', () => {
  it.each([
    ['letter-type.validity.SKU', 'as-shipped', '3 bulan'],
    ['letter-type.validity.SKD', 'as-shipped', 'tanpa batas waktu'],
    ['letter-type.validity.SKU', null, 'tanpa batas waktu'],
    ['letter-type.classification.SKU', null, '500.2.2.4'],
    ['letter-type.classification.SKU', '100.1', '100.1'],
    ['letter.paper', 'F4', 'F4'],
    ['letter.service-minutes', 240, '240'],
  ] as const)('%s = %p is said itself: %s', (key, value, word) => expect(shown(key, value)).toBe(word));

  it('is left to the letter type where types are not known', () => expect(valueWord('letter-type.validity.SKU', 'as-shipped', shippedWord({ key: 'letter-type.validity.SKU', value: 'as-shipped' }, undefined))).toBe('menurut jenis surat'));

  it('does not take a village’s own value for the type’s', () => expect(shippedWord({ key: 'letter-type.validity.SKU', value: { amount: 1, unit: 'day' } }, types)).toBeUndefined());

  it('has somebody who decided it', () => {
    expect([sourceWord('village', 'desa'), sourceWord('village', 'kelurahan'), sourceWord('regency', 'desa'), sourceWord('default', 'regency')]).toEqual(['aturan desa ini', 'aturan kelurahan ini', 'aturan kabupaten', 'bawaan Pamong']);
  });
});
