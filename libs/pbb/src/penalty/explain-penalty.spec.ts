import { expect, it } from '@jest/globals';
import { plainDate } from '#values';
import { explainPenalty } from './explain-penalty.js';

const rule = { id: 'a', taxYearFrom: 2024, taxYearTo: null, monthlyRate: 1_000, mostMonths: 24, regulation: 'Perda Kab. Malang 7/2023' };
const explain = (on: string, principal = 100_000n, given: typeof rule | null = rule) => explainPenalty(principal, 2025, plainDate('2025-09-30'), plainDate(on), given);

it('says the days, the months, the rule and the sum', () => {
  expect(explain('2025-12-01')).toEqual([
    'Jatuh tempo 30 September 2025',
    'Dihitung sampai 1 Desember 2025: 3 bulan, bagian bulan dihitung penuh',
    '1 % sebulan dari pokok Rp100.000 menurut Perda Kab. Malang 7/2023',
    'Rp100.000 × 3 × 1 % = Rp3.000',
  ]);
});

it('says when the penalty grows no more', () => expect(explain('2029-01-01')[1]).toBe('Dihitung sampai 1 Januari 2029: 24 bulan, bagian bulan dihitung penuh, paling banyak 24 bulan'));
it('says that nothing is due yet', () => expect(explain('2025-09-30')).toEqual(['Jatuh tempo 30 September 2025', 'Belum lewat jatuh tempo, jadi belum ada denda']));
it('says that nothing is owed', () => expect(explain('2025-12-01', 0n)[1]).toBe('Tidak ada pokok yang terutang, jadi tidak ada denda'));
it('guesses no rule', () => expect(explain('2025-12-01', 100_000n, null)[1]).toBe('Aturan denda untuk tahun pajak 2025 belum ditetapkan'));
it('writes half a percent with a comma', () => expect(explain('2025-10-01', 100_000n, { ...rule, monthlyRate: 500 })[3]).toBe('Rp100.000 × 1 × 0,5 % = Rp500'));
