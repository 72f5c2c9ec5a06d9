import { describe, expect, it } from '@jest/globals';
import { candidateReasons, claimWords, lineWords } from './explain.js';

const deposit = { id: 'd', reference: 'PB0A0000F7', village: '35.07.22.2003', villageName: 'Ngroto', amount: 250_000, depositedOn: '2026-11-20' };

describe('why a deposit may be a line', () => {
  it.each([
    [{ difference: 0, named: true, days: 0 }, ['Jumlah sama sampai rupiah', 'Kode setoran tertulis di keterangan', 'Masuk pada hari disetor'], []],
    [{ difference: -10_000, named: true, days: 3 }, ['Kode setoran tertulis di keterangan', 'Masuk 3 hari setelah disetor'], ['Kurang Rp10.000 dari setoran']],
    [{ difference: 5_000, named: false, days: -2 }, [], ['Lebih Rp5.000 dari setoran', 'Kode setoran tidak tertulis di keterangan', 'Masuk 2 hari sebelum disetor']],
    [{ difference: 0, named: false, days: 4 }, ['Jumlah sama sampai rupiah'], ['Kode setoran tidak tertulis di keterangan', 'Masuk 4 hari setelah disetor']],
  ])('%j', (candidate, pro, contra) => expect(candidateReasons(candidate)).toEqual({ pro, contra }));
});

describe('a line is explained', () => {
  const line = { names: deposit, difference: -10_000, amount: 240_000, exactAmount: 240_000 };
  it('by what it lacks of the deposit it names', () => expect(lineWords({ ...line, verdict: 'AMOUNT_MISMATCH' })).toBe('Keterangan menyebut setoran PB0A0000F7 dari Ngroto, tetapi kurang Rp10.000.'));
  it('by the deposit it pays again', () => expect(lineWords({ ...line, verdict: 'DUPLICATE_PAYMENT' })).toContain('sudah cocok dengan mutasi lain'));
  it('by the hundredths the bank has', () => expect(lineWords({ verdict: 'UNMATCHED', names: null, difference: null, amount: 250, exactAmount: 250.75 })).toContain('Rp250,75'));
  it('not where the verdict says it all', () => expect(lineWords({ ...line, verdict: 'SETTLED' })).toBeNull());
});

describe('a decision is told by its facts', () => {
  const of = (basis: string, explanation: Record<string, unknown>, deposits = [deposit], lines = ['l']) => claimWords({ basis: basis as 'person', explanation, deposits, lines });
  it.each([
    [of('reference', { reference: 'PB0A0000F7', amount: 250_000, bookedOn: '2026-11-21', depositedOn: '2026-11-20' }), 'Keterangan menyebut kode setoran PB0A0000F7, dan jumlahnya sama: Rp250.000.'],
    [of('amount-day', { reference: 'PB0A0000F7', amount: 250_000, bookedOn: '2026-11-22', depositedOn: '2026-11-20' }), 'Satu-satunya mutasi Rp250.000 dan satu-satunya setoran sebesar itu: disetor 20 Nov 2026, masuk 2 hari kemudian.'],
    [of('person', { lines: 2, deposits: 1, amount: 250_000 }, [deposit], ['a', 'b']), '2 mutasi dengan 1 setoran, Rp250.000.'],
    [of('person', { lines: 2, deposits: 0, amount: 0 }, [], ['a', 'b']), '2 mutasi saling meniadakan.'],
    [of('correction', { by: 'deposit-reference', bookedOn: '2026-11-20', correctedOn: '2026-11-21' }, [], ['a', 'b']), 'Bank membatalkannya sendiri: dibukukan 20 Nov 2026, dikoreksi 21 Nov 2026; keduanya menyebut kode setoran yang sama.'],
  ])('%s', (words, expected) => expect(words).toBe(expected));
});
