import { describe, expect, it } from '@jest/globals';
import { check, formulaCell, GOOD, recordOf, told, type Raw } from '../../../../../test/support/resident-row.js';
import { fieldLabel, RESIDENT_COLUMNS, type ResidentColumn } from './resident-columns.js';

describe('a row that is in order', () => {
  it('becomes a record without a word', () => {
    const { record, issues } = check();
    expect(issues).toEqual([]);
    expect(record).toMatchObject({ nik: '3507264203870001', name: 'SITI AMINAH', sex: 2, birthDate: '1987-03-02', familyNumber: '3507260101150001', familyPosition: 3, basicStatus: 1, citizenship: 1, bloodType: null });
  });

  it('reads labels as it reads codes', () => {
    const codes = recordOf({ sex: 2, familyPosition: 3, religion: 1, education: 5, occupation: '9', maritalStatus: '2', bloodType: '13', basicStatus: '1', citizenship: '1', identityCard: 3 });
    const labels = recordOf({ sex: 'Pr', familyPosition: ' istri ', religion: 'islam', education: 'slta/sederajat', occupation: 'PETANI/PEKEBUN', maritalStatus: 'K', bloodType: 'Tdk Th', basicStatus: 'Hidup', citizenship: 'wni', identityCard: 'KIA' });
    expect(labels).toEqual(codes);
  });

  it('takes "-" and nothing for unknown, everywhere', () => {
    const dashes = Object.fromEntries(RESIDENT_COLUMNS.filter((column) => !(column in GOOD)).map((column) => [column, '-']));
    expect(check(dashes)).toEqual(check());
    expect(recordOf({ bloodType: '-', chronicIllness: '-' })).toMatchObject({ bloodType: null, chronicIllness: null });
  });
});

describe('required fields', () => {
  it.each<[ResidentColumn, Raw, string]>([
    ['name', '', 'NAME_EMPTY'],
    ['name', '-', 'NAME_EMPTY'],
    ['name', 'BUDI ☺', 'NAME_CHARACTER'],
    ['name', 'X'.repeat(101), 'NAME_TOO_LONG'],
    ['sex', '', 'REQUIRED_EMPTY'],
    ['sex', '3', 'CODE_UNKNOWN'],
    ['sex', 'x', 'CODE_UNKNOWN'],
    ['familyPosition', '', 'REQUIRED_EMPTY'],
    ['familyPosition', '12', 'CODE_UNKNOWN'],
    ['birthDate', '', 'REQUIRED_EMPTY'],
    ['birthDate', '-', 'REQUIRED_EMPTY'],
    ['birthDate', '00-00-0000', 'REQUIRED_EMPTY'],
    ['birthDate', '0000-00-00', 'REQUIRED_EMPTY'],
    ['birthDate', 0, 'REQUIRED_EMPTY'],
    ['birthDate', '02-03-87', 'DATE_TWO_DIGIT_YEAR'],
    ['birthDate', '31-02-1961', 'DATE_IMPOSSIBLE'],
    ['birthDate', 'kemarin', 'DATE_UNREADABLE'],
    ['birthDate', '1987', 'DATE_YEAR_ONLY'],
    ['birthDate', 1987, 'DATE_YEAR_ONLY'],
    ['birthDate', 99_999_999, 'DATE_UNREADABLE'],
    ['birthDate', '25-11-2026', 'BIRTH_DATE_FUTURE'],
  ])('%s %j keeps the row out with %s', (field, raw, code) => {
    const row = check({ [field]: raw });
    expect(row.record).toBeNull();
    expect(told(row)).toContain(`error ${field} ${code}`);
  });

  it('tells all mistakes of a row at once', () => {
    expect(told(check({ name: '', sex: '', nik: '1', birthDate: '1-1-70' }))).toEqual(['error nik NIK_LENGTH', 'error name NAME_EMPTY', 'error sex REQUIRED_EMPTY', 'error birthDate DATE_TWO_DIGIT_YEAR']);
  });
});

describe('formula cells', () => {
  it('keep the row out with one error naming every column, and no error that only follows from it', () => {
    const row = check({ nik: formulaCell('3507264203870001'), birthDate: formulaCell(31_838), hamlet: formulaCell(null) });
    expect(row.record).toBeNull();
    expect(told(row)).toEqual(['error hamlet FORMULA_CELL']);
    expect(row.issues[0]).toMatchObject({ message: `Sel berisi rumus: ${(['hamlet', 'nik', 'birthDate'] as const).map(fieldLabel).join(', ')}.`, advice: 'Salin lalu tempel sebagai nilai.' });
  });
});

it('never repeats what a cell contains in its messages', () => {
  const secret = '3507264203879999RAHASIA';
  const row = check({ nik: secret, familyNumber: secret, birthDate: secret, sex: secret, marriedOn: secret, fatherNik: secret, rt: secret, latitude: secret, phone: secret, religion: secret });
  expect(row.issues.length).toBeGreaterThan(8);
  expect(row.issues.filter(({ message, advice }) => `${message}${advice}`.includes('RAHASIA'))).toEqual([]);
});
