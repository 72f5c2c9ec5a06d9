import { describe, expect, it } from '@jest/globals';
import type { NamedDeposit, StatementLine } from '../api/contract.js';
import { draftWords, offered } from './match-draft.js';

const lines = (...amounts: number[]) => amounts.map((amount) => ({ amount }) as StatementLine);
const deposits = (...amounts: number[]) => amounts.map((amount) => ({ amount }) as NamedDeposit);

describe('the button of a match', () => {
  it.each([
    [lines(240_000), deposits(), 'Pilih setorannya dahulu', false],
    [lines(240_000), deposits(250_000), 'Masih kurang Rp10.000', false],
    [lines(240_000, 20_000), deposits(250_000), 'Masih lebih Rp10.000', false],
    [lines(240_000, 10_000), deposits(250_000), 'Cocokkan, 1 setoran jadi LUNAS', true],
    [lines(500_000), deposits(250_000, 250_000), 'Cocokkan, 2 setoran jadi LUNAS', true],
    [lines(75_000, -75_000), deposits(), 'Tandai 2 mutasi saling meniadakan', true],
    [lines(75_000, -70_000), deposits(), 'Masih lebih Rp5.000', false],
  ])('of %j and %j says “%s”', (ofLines, ofDeposits, button, ready) => expect(draftWords({ lines: ofLines, deposits: ofDeposits })).toMatchObject({ button, ready }));
});

describe('the deposit offered', () => {
  it('is the first one, if it is the whole of the line', () => {
    expect(offered([{ difference: 0 }, { difference: 0 }])).toHaveLength(1);
    expect(offered([{ difference: -10_000 }, { difference: 0 }])).toEqual([]);
    expect(offered([])).toEqual([]);
  });
});
