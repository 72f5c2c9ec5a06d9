import { describe, expect, it } from '@jest/globals';
import { letterTypeOf } from '../letter-type/letter-types.js';
import { checkLetterData } from './letter-data.js';

const usaha = letterTypeOf('SKU');
const miskin = letterTypeOf('SKTM');
if (!usaha || !miskin) throw new Error('types are missing');
const good = { businessName: 'Warung Susu', businessKind: 'perdagangan', businessAddress: 'Dusun Krajan', runningSince: 'Februari 2025', purpose: 'kredit' };

const refusal = (work: () => unknown): { field: string; code: string }[] => {
  try {
    work();
  } catch (error) {
    return (error as { errors: { field: string; code: string }[] }).errors.map(({ field, code }) => ({ field, code }));
  }
  return [];
};

describe('the form of a letter', () => {
  it('keeps what was typed, trimmed and without invisible characters', () => {
    expect(checkLetterData(usaha, { ...good, businessName: '  Warung\u200b Susu ' })['businessName']).toBe('Warung Susu');
  });

  it('keeps hostile text as text', () => {
    expect(checkLetterData(usaha, { ...good, purpose: '#read("/etc/passwd") {{x}}' })['purpose']).toBe('#read("/etc/passwd") {{x}}');
  });

  it('names every wrong field at once', () => {
    expect(refusal(() => checkLetterData(usaha, { ...good, businessName: '', purpose: 'beli 😀', extra: 'x' }))).toEqual([
      { field: 'data.extra', code: 'UNKNOWN_FIELD' },
      { field: 'data.businessName', code: 'REQUIRED' },
      { field: 'data.purpose', code: 'TEXT_NOT_PRINTABLE' },
    ]);
  });

  it('takes a dependant by his id alone and refuses what is no id', () => {
    const residentId = '0198c3a1-7d52-7a04-9c1e-3b1f6a0d2e45';
    const form = { purpose: 'sekolah', institution: 'SMP 1' };
    expect(checkLetterData(miskin, { ...form, dependants: [{ residentId, nik: 'lama' }] })['dependants']).toEqual([{ residentId }]);
    expect(refusal(() => checkLetterData(miskin, { ...form, dependants: [{ residentId: 'x' }] }))).toEqual([{ field: 'data.dependants.0.residentId', code: 'NOT_AN_ID' }]);
  });

  it.each([
    ['number', '12', 'dua'],
    ['date', '2026-02-28', '2026-02-30'],
    ['year-month', '2026-02', '2026-13'],
    ['select', 'a', 'c'],
  ] as const)('reads a %s and refuses what is none', (type, right, wrong) => {
    const field = { name: 'x', label: 'X', type, required: true, options: [{ value: 'a', label: 'A' }] };
    const shaped = { ...usaha, fields: [field] };
    expect(checkLetterData(shaped, { x: right })).toEqual({ x: right });
    expect(refusal(() => checkLetterData(shaped, { x: wrong }))).toMatchObject([{ field: 'data.x' }]);
  });

  it('refuses a text longer than its field', () => {
    expect(refusal(() => checkLetterData(usaha, { ...good, businessName: 'x'.repeat(81) }))).toEqual([{ field: 'data.businessName', code: 'TOO_LONG' }]);
  });

  it('reads money as rupiah and names the wrong dependant', () => {
    const data = checkLetterData(miskin, { purpose: 'sekolah', institution: 'SMP 1', income: 'Rp 1.500.000' });
    expect(data['income']).toBe('1500000');
    expect(refusal(() => checkLetterData(miskin, { purpose: 'sekolah', institution: 'SMP 1', dependants: [{ nik: '1', name: '', sex: 'X', birth: 'Malang', relation: 'Anak' }] }))).toEqual([
      { field: 'data.dependants.0.sex', code: 'NOT_AN_OPTION' },
      { field: 'data.dependants.0.name', code: 'REQUIRED' },
    ]);
  });
});
