import { describe, expect, it } from '@jest/globals';
import { check, GOOD, recordOf, told, type Raw, type Row } from '../../../../../test/support/resident-row.js';
import type { ResidentColumn } from './resident-columns.js';

describe('optional codes (each was a real bug elsewhere)', () => {
  it.each<[ResidentColumn, Raw, number | null]>([
    ['identityCard', '3', 3],
    ['identityCard', 3, 3],
    ['occupation', '89', 89],
    ['occupation', 99, 89],
    ['occupation', '99', 89],
    ['insurance', '4', 4],
    ['insurance', 99, 99],
    ['bloodType', 'O-', 12],
    ['disability', '0', null],
    ['citizenship', '', 1],
    ['basicStatus', '', 1],
    ['basicStatus', 'PINDAH LUAR NEGERI', 3],
    ['basicStatus', 9, 9],
  ])('%s %j is %p without a word', (field, raw, expected) => {
    const row = check({ [field]: raw });
    expect(row.record?.[field]).toBe(expected);
    expect(row.issues).toEqual([]);
  });

  it.each<[ResidentColumn, Raw, number | null]>([
    ['occupation', 'JURU PARKIR', null],
    ['occupation', 90, null],
    ['religion', 'Islm', null],
    ['contraception', '8', null],
    ['maritalStatus', '7', null],
    ['citizenship', '7', 1],
    ['basicStatus', '5', 1],
  ])('%s %j is unknown: a warning, and %p', (field, raw, expected) => {
    const row = check({ [field]: raw });
    expect(row.record?.[field]).toBe(expected);
    expect(told(row)).toEqual([`warning ${field} CODE_UNKNOWN`]);
  });

  it('warns of an empty religion and an empty birth place', () => {
    expect(told(check({ religion: '', birthPlace: '-' }))).toEqual(['warning birthPlace USUALLY_FILLED', 'warning religion USUALLY_FILLED']);
  });

  it('drops what does not go with the sex', () => {
    const man = { ...GOOD, nik: '3507260203870001', sex: '1' };
    expect(told(check({ ...man, pregnancy: '1', contraception: '6' }))).toEqual(['warning contraception CODE_NOT_FOR_SEX', 'warning pregnancy CODE_NOT_FOR_SEX']);
    expect(check({ ...man, pregnancy: '2' })).toMatchObject({ record: { pregnancy: null }, issues: [] });
    expect(check({ pregnancy: '1' })).toMatchObject({ record: { pregnancy: 1 }, issues: [] });
  });
});

describe('marital status', () => {
  it.each<[string, Row, number | null, boolean | null]>([
    ['the words of the family card', { maritalStatus: 'KAWIN TERCATAT' }, 2, true],
    ['"belum tercatat"', { maritalStatus: 'Kawin Belum Tercatat' }, 2, false],
    ['a certificate of marriage', { maritalStatus: '2', marriageCertificate: '12/05/2001' }, 2, true],
    ['no certificate, which proves nothing', { maritalStatus: '2' }, 2, null],
    ['a certificate of divorce', { maritalStatus: 'CH', divorceCertificate: '77/AC/2010' }, 3, true],
    ['an old marriage certificate of a widow', { maritalStatus: 'CM', marriageCertificate: '1/1/1980' }, 4, null],
    ['nothing', { maritalStatus: '' }, null, null],
  ])('is recorded or not by %s', (_, changes, code, recorded) => {
    expect(recordOf(changes)).toMatchObject({ maritalStatus: code, maritalRecorded: recorded });
  });
});
