import { describe, expect, it } from '@jest/globals';
import { check, dateCell, told, type Raw, type Row } from '../../../../../test/support/resident-row.js';

describe('NIK', () => {
  it.each<[string, Raw, string | null]>([
    ['spaces, dots, hyphens and apostrophes', "'3507.2642-0387 0001", '3507264203870001'],
    ['invisible characters', '\u200b350726\u00ad4203870001\ufeff', '3507264203870001'],
    ['a number that kept its digits', 3507264203870001, '3507264203870001'],
    ['a temporary one of ours', '0350726200300012', '0350726200300012'],
    ['a temporary one that lost its 0 in a number', 350726200300012, '0350726200300012'],
  ])('is read through %s', (_, nik, expected) => {
    expect(check({ nik })).toMatchObject({ record: { nik: expected }, issues: [] });
  });

  it.each<[string, Raw | undefined]>([['0', '0'], ['a numeric 0', 0], ['nothing', ''], ['a hyphen', '-'], ['an apostrophe and 0', "'0"]])('%s means: not issued yet, a temporary one follows', (_, nik) => {
    const row = check({ nik: nik ?? '' });
    expect(row.record?.nik).toBeNull();
    expect(told(row)).toEqual(['warning nik NIK_TEMPORARY']);
  });

  it.each<[string, Raw, string]>([
    ['eleven digits', '35072612046', 'NIK_LENGTH'],
    ['a letter', '35O7264203870001', 'NIK_NOT_DIGITS'],
    ['zeros only', '0000000000000000', 'NIK_ALL_ZERO'],
    ['day 72', '3507267203870001', 'NIK_DAY'],
    ['month 13', '3507264213870001', 'NIK_MONTH'],
    ['serial 0000', '3507264203870000', 'NIK_SERIAL'],
    ['a number whose last digits are gone', 3507264203870000, 'NUMBER_CELL_DAMAGED'],
    ['a number above 2^53', Number('9107264203870001'), 'NUMBER_CELL_DAMAGED'],
    ['scientific notation', '3,50726E+15', 'NUMBER_CELL_DAMAGED'],
    ['a date', dateCell('2001-01-01'), 'NUMBER_CELL_DAMAGED'],
    ['an error of a formula', { kind: 'error', value: '#N/A' }, 'NUMBER_CELL_DAMAGED'],
  ])('%s keeps the row out', (_, nik, code) => {
    const row = check({ nik });
    expect(row.record).toBeNull();
    expect(told(row)).toContain(`error nik ${code}`);
  });

  it('advises to replace the letter O', () => {
    expect(check({ nik: '35O7264203870001' }).issues[0]).toMatchObject({ message: 'NIK hanya boleh berisi angka.', advice: 'Ganti huruf O dengan angka 0.', value: '35O7264203870001' });
  });

  it.each<[string, Row, string]>([
    ['a number that ends in 0', { nik: 3507264203870010 }, 'warning nik NUMBER_CELL_DOUBTFUL'],
    ['another birth date', { birthDate: '03-03-1987' }, 'warning nik NIK_BIRTH_DATE_DIFFERS'],
    ['another sex', { sex: 'L' }, 'warning nik NIK_SEX_DIFFERS'],
    ['30 February', { nik: '3507267002870001' }, 'warning nik NIK_DATE_IMPOSSIBLE'],
    ['an unknown province', { nik: '9907264203870001' }, 'warning nik NIK_PROVINCE_UNKNOWN'],
  ])('%s is a warning, for a NIK is never reissued', (_, changes, expected) => {
    const row = check(changes);
    expect(row.record).not.toBeNull();
    expect(told(row)).toEqual([expected]);
  });

  it('of another regency is no matter at all', () => expect(check({ nik: '1271014203870001' }).issues).toEqual([]));
});

describe('family number', () => {
  it.each<[string, Raw]>([['0', '0'], ['a numeric 0', 0], ['nothing', ''], ['a hyphen', '-']])('%s gives the row a temporary family of its own', (_, familyNumber) => {
    const row = check({ familyNumber });
    expect(row.record?.familyNumber).toBeNull();
    expect(told(row)).toEqual(['warning familyNumber FAMILY_NUMBER_TEMPORARY']);
  });

  it.each<[string, Raw, string]>([
    ['15 digits', '350726010115000', 'FAMILY_NUMBER_LENGTH'],
    ['a letter', '350726010115000X', 'FAMILY_NUMBER_NOT_DIGITS'],
    ['serial 0000', '3507260101150000', 'FAMILY_NUMBER_SERIAL'],
    ['a damaged number', 3507260101150000, 'NUMBER_CELL_DAMAGED'],
  ])('%s keeps the row out', (_, familyNumber, code) => expect(told(check({ familyNumber }))).toContain(`error familyNumber ${code}`));

  it('with an impossible date is a warning', () => expect(told(check({ familyNumber: '3507263202150001' }))).toEqual(['warning familyNumber FAMILY_NUMBER_DATE_IMPOSSIBLE']));
});
