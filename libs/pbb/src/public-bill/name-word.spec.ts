import { describe, expect, it } from '@jest/globals';
import { holdsWord } from './name-word.js';

describe('a word of the name on the paper', () => {
  it.each([
    ['SITI RAHAYU', 'rahayu'],
    ['SITI RAHAYU', 'Siti Rahayu'],
    ['SITI RAHAYU', ' RAHAYU. '],
    ['NUR\'AINI, S.PD', 'nuraini'],
    ['NURAINI', 'Nur’aini'],
    ['JOSÉ FERREIRA', 'jose'],
    ['JOSE FERREIRA', 'José'],
    ['ABD.RAHMAN', 'rahman'],
    ['H. ALI', 'ali'],
    ['NI', 'ni'],
    ['P. B', 'p b'],
    ['CV 88', 'cv 88'],
    ['M. SOLEH, HJ', 'M. SOLEH, HJ'],
    ['HAJI M', 'haji m'],
    ['SUMI DKK', 'Sumi, dkk.'],
  ])('%s holds %s', (name, typed) => expect(holdsWord(name, typed)).toBe(true));

  it.each([
    ['SITI RAHAYU', 'rahay'],
    ['SITI RAHAYU', 'ahayu'],
    ['SITI RAHAYU', 'siti budi'],
    ['SITI RAHAYU', ''],
    ['SITI RAHAYU', '%'],
    ['SITI RAHAYU', '.*'],
    ['H. ALI', 'h'],
    ['NI WAYAN', 'ni'],
    ['P. B', 'p'],
    ['SUMI ALM', 'alm'],
    ['AHMAD BIN SALEH', 'bin'],
    ['SUMI DKK', 'dkk'],
    ['HAJI SOLEH', 'Haji'],
    ['AHLI WARIS SUMI', 'ahli waris'],
    ['PAK TOLE', 'pak'],
    ['', ''],
  ])('%s does not hold %p', (name, typed) => expect(holdsWord(name, typed)).toBe(false));
});
