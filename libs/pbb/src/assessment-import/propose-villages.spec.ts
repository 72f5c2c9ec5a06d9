import { describe, expect, it } from '@jest/globals';
import { mostNamed } from './propose-villages.js';

const villages = [{ id: 1, name: 'Pujon Kidul' }, { id: 2, name: 'Pujon' }, { id: 3, name: 'Kepanjen' }, { id: 4, name: 'Sumber' }, { id: 5, name: 'Sumber' }];

describe('the village that the addresses of a list name', () => {
  it.each<[string, string, number | null]>([
    ['most often', 'JL RAYA KEPANJEN 1\nDS. PUJON KIDUL RT 3\nDsn Krajan, Pujon Kidul', 1],
    ['whole, not as part of a longer name', 'PUJON KIDUL\nPUJON KIDUL\nPUJON', 1],
    ['by its own name beside another', 'PUJON\nKEPANJEN\nPUJON', 2],
    ['and not inside a word', 'JL KEPANJENREJO', null],
    ['nowhere', 'JL MAWAR 3\n', null],
    ['as often as another', 'PUJON\nKEPANJEN', null],
    ['by a name two villages share', 'SUMBER', null],
  ])('%s', (_case, words, expected) => expect(mostNamed(words, villages)).toBe(expected));
});
