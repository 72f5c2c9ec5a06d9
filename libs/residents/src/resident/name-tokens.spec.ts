import { describe, expect, it } from '@jest/globals';
import { beginningWith, searchWords, sortName, tokensOf } from './name-tokens.js';

describe('tokensOf', () => {
  it.each([
    ['Siti Aminah', ['SITI', 'AMINAH']],
    ["Nur'aini", ['NURAINI', 'AINI']],
    ['NUR’AINI', ['NURAINI', 'AINI']],
    ['Abd. Rahman-Saleh', ['ABD', 'RAHMANSALEH', 'SALEH']],
    ['M.Yusuf,S.Pd.', ['MYUSUF', 'YUSUF', 'SPD', 'PD']],
    ['José Ñuñez', ['JOSE', 'NUNEZ']],
    ['Slamet (Alm)', ['SLAMET', 'ALM']],
    ['Siti Siti', ['SITI']],
  ])('of %s are %j', (name, tokens) => {
    expect(tokensOf(name)).toEqual(tokens);
  });
});

describe('sortName', () => {
  it('does not let marks decide the order', () => {
    expect(['Nur Zaini', "Nur'aini", 'nur abidin', 'Ñur Badu'].map(sortName).toSorted()).toEqual(['NUR ABIDIN', 'NUR BADU', 'NUR ZAINI', 'NURAINI']);
  });
});

describe('searchWords', () => {
  it('asks for the rarest word first and for none twice', () => {
    expect(searchWords('sit  amina SITI')).toEqual(['AMINA', 'SITI']);
    expect(searchWords("nur'aini")).toEqual(['NURAINI']);
    expect(searchWords('aini nur')).toEqual(['AINI', 'NUR']);
  });

  it('makes nothing of marks alone', () => {
    expect(searchWords(" '%_ -- ")).toEqual([]);
  });

  it('stops at five words', () => {
    expect(searchWords('a b c d e f g')).toHaveLength(5);
  });
});

describe('beginningWith', () => {
  it('holds every continuation and nothing else', () => {
    const { from, to } = beginningWith('SANTO');
    const inside = (text: string): boolean => Buffer.compare(Buffer.from(text), Buffer.from(from)) >= 0 && Buffer.compare(Buffer.from(text), Buffer.from(to)) < 0;
    expect(['SANTO', 'SANTOSO', 'SANTOÜ', 'SANTO鿿'].every(inside)).toBe(true);
    expect(['SANTN', 'SANTP', 'SANT', 'TSANTO'].some(inside)).toBe(false);
  });
});
