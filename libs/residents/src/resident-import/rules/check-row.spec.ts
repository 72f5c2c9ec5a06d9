import { describe, expect, it } from '@jest/globals';
import type { Cell } from '#imports';
import { plainDate, type PlainDate } from '#values';
import { type CheckedRow, checkRow } from './check-row.js';
import { fieldLabel, PLACE_OF, RESIDENT_COLUMNS, type ResidentColumn } from './resident-columns.js';
import type { ResidentRecord } from './resident-record.js';

type Raw = string | number | Cell;
type Row = Partial<Record<ResidentColumn, Raw>>;

const date = (value: string): Cell => ({ kind: 'date', value });
const formula = (value: string | number | null): Cell => ({ kind: 'formula', value });

function toCell(raw: Raw | undefined): Cell {
  if (raw === undefined || raw === '') return { kind: 'empty', value: null };
  if (typeof raw === 'string') return { kind: 'text', value: raw };
  return typeof raw === 'number' ? { kind: 'number', value: raw } : raw;
}

const GOOD: Row = {
  name: 'SITI AMINAH', nik: '3507264203870001', familyNumber: '3507260101150001', sex: '2', familyPosition: '3', birthDate: '02-03-1987', birthPlace: 'MALANG', religion: '1',
};
const serials: Record<number, string> = { 31_838: '1987-03-02' };
const context = { today: plainDate('2026-11-24'), dayOfSerial: (serial: number) => (serials[serial] ?? null) as PlainDate | null };

function check(changes: Row = {}): CheckedRow {
  const row = { ...GOOD, ...changes };
  const cells = RESIDENT_COLUMNS.map(() => toCell(undefined));
  for (const column of RESIDENT_COLUMNS) cells[PLACE_OF[column]] = toCell(row[column]);
  return checkRow(cells, context);
}

/** `error nik NIK_LENGTH`, one for each issue. */
const told = ({ issues }: CheckedRow): string[] => issues.map(({ severity, field, code }) => `${severity} ${field} ${code}`);
const recordOf = (changes: Row): ResidentRecord | null => check(changes).record;

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
    ['a date', date('2001-01-01'), 'NUMBER_CELL_DAMAGED'],
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

describe('dates', () => {
  it.each<Raw>(['02-03-1987', '2/3/1987', '02/03/1987', '1987-03-02', '2 Maret 1987', date('1987-03-02'), date('1987-03-02T07:30:00'), 31_838, '31838', '1987-03-02 00:00:00', "'02-03-1987"])('%j is 2 March 1987, day first', (birthDate) => {
    expect(check({ birthDate })).toMatchObject({ record: { birthDate: '1987-03-02' }, issues: [] });
  });

  it.each<Raw>(['', '-', '00-00-0000', '0000-00-00', '00/00/0000', 0, '0'])('%j is no wedding day, and nothing to tell', (marriedOn) => {
    expect(check({ marriedOn })).toMatchObject({ record: { marriedOn: null }, issues: [] });
  });

  it.each<[Raw, string]>([['1-1-05', 'DATE_TWO_DIGIT_YEAR'], ['31-06-2005', 'DATE_IMPOSSIBLE'], ['2005', 'DATE_YEAR_ONLY'], ['lupa', 'DATE_UNREADABLE'], ['01-01-2027', 'DATE_FUTURE']])('a wedding day %j is dropped with a warning', (marriedOn, code) => {
    const row = check({ marriedOn });
    expect(row.record?.marriedOn).toBeNull();
    expect(told(row)).toEqual([`warning marriedOn ${code}`]);
  });

  it('a passport may expire in the future', () => expect(recordOf({ passportExpiresOn: '01-01-2031' })?.passportExpiresOn).toBe('2031-01-01'));
});

describe('names', () => {
  it.each<[string, string]>([['SUPRIYADI 2', 'NAME_DIGITS'], ['KASIMAN (ALM)', 'NAME_DECEASED_MARK'], ['SITI "NING" AMINAH', 'NAME_MARKS']])('%j is accepted with %s', (name, code) => {
    expect(told(check({ name }))).toEqual([`warning name ${code}`]);
  });

  it.each(['SUKARNO', "NUR'AINI", 'ABD. ROHMAN, S.Pd.', 'ANNE-MARIE'])('%j needs no word', (name) => expect(check({ name }).issues).toEqual([]));

  it('loses invisible characters', () => expect(recordOf({ name: 'SITI\u200b  AMINAH\u00a0' })?.name).toBe('SITI AMINAH'));

  it('of parents pass with (ALM), and unreadable ones are dropped', () => {
    const row = check({ fatherName: 'KASIMAN (ALM)', motherName: '???', fatherNik: '123', motherNik: '0' });
    expect(row.record).toMatchObject({ fatherName: 'KASIMAN (ALM)', motherName: null, fatherNik: null, motherNik: null });
    expect(told(row)).toEqual(['warning fatherNik PARENT_NIK_DROPPED', 'warning motherName PARENT_NAME_DROPPED']);
  });
});

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

describe('address, hamlet, RT and RW', () => {
  it.each<[Raw, string | null]>([['1', '001'], [3, '003'], ['03', '003'], ["'012", '012'], ['RT 5', '005'], ['rt.005', '005'], ['0', null], ['000', null], ['-', null], ['', null]])('RT %j is %p', (rt, expected) => {
    expect(check({ rt })).toMatchObject({ record: { rt: expected }, issues: [] });
  });

  it.each<Raw>(['1234', 'A', '01/02', date('2026-02-01')])('RT %j is dropped with a warning', (rt) => {
    const row = check({ rt });
    expect(row.record?.rt).toBeNull();
    expect(row.issues.map(({ severity, field }) => `${severity} ${field}`)).toEqual(['warning rt']);
  });

  it.each<[string, string | null]>([['Dusun krajan', 'KRAJAN'], ['DSN. KRAJAN', 'KRAJAN'], ["'KRAJAN_WETAN", 'KRAJAN WETAN'], ['DUSUNAN', 'DUSUNAN'], ['-', null], ['DUSUN', null]])('hamlet %j is %p', (hamlet, expected) => {
    expect(recordOf({ hamlet })?.hamlet).toBe(expected);
  });

  it.each<[string, string | null, string | null]>([
    ['JL MAWAR 3 DSN KRAJAN', 'JL MAWAR 3', 'KRAJAN'],
    ['DUSUN SUMBER AGUNG RT 03 RW 01', null, 'SUMBER AGUNG'],
    ['JL MAWAR NO. 3', 'JL MAWAR NO. 3', null],
  ])('the registry hides the hamlet in %j', (address, rest, hamlet) => expect(recordOf({ address })).toMatchObject({ address: rest, hamlet }));

  it('leaves an address alone when the list has a hamlet', () => {
    expect(recordOf({ address: 'DSN KRAJAN 3', hamlet: 'BARAN' })).toMatchObject({ address: 'DSN KRAJAN 3', hamlet: 'BARAN' });
  });
});

describe('other texts', () => {
  it('cuts a text that is too long and drops a number that is', () => {
    const row = check({ ethnicity: 'J'.repeat(60), birthCertificate: '9'.repeat(60), cardTag: '123' });
    expect(row.record).toMatchObject({ ethnicity: 'J'.repeat(50), birthCertificate: null, cardTag: null });
    expect(told(row)).toEqual(['warning birthCertificate TEXT_LENGTH', 'warning ethnicity TEXT_SHORTENED', 'warning cardTag TEXT_LENGTH']);
  });

  it('leaves out what no font of a letter can draw', () => {
    const row = check({ address: 'JL MAWAR 🏠 3' });
    expect(row.record?.address).toBe('JL MAWAR 3');
    expect(told(row)).toEqual(['warning address TEXT_CHARACTER']);
  });

  it('drops a certificate number that a spreadsheet took for a date', () => {
    expect(told(check({ marriageCertificate: date('2001-05-12') }))).toEqual(['warning marriageCertificate TEXT_BECAME_DATE']);
  });

  it.each<[Raw, number | null]>([['-7.98', -7.98], ['-7,98', -7.98], [-7.98, -7.98], ['0', null], ['-', null]])('latitude %j is %p', (latitude, expected) => {
    expect(check({ latitude })).toMatchObject({ record: { latitude: expected }, issues: [] });
  });

  it('drops coordinates outside the globe', () => expect(told(check({ latitude: '112.6', longitude: 'timur' }))).toEqual(['warning latitude COORDINATE_UNREADABLE', 'warning longitude COORDINATE_UNREADABLE']));

  it('reads the columns of newer exports', () => {
    expect(recordOf({ phone: '0812-3456 7890', email: ' Siti@Example.ID ', clan: 'SINAGA', migrantWorker: 'BUKAN PEKERJA MIGRAN', employmentInsurance: '1234567', note: 'x', householdNumber: '350726200300012' })).toMatchObject({
      phone: '081234567890', email: 'siti@example.id', clan: 'SINAGA', migrantWorker: 'BUKAN PEKERJA MIGRAN', employmentInsurance: '1234567', note: 'x', householdNumber: '350726200300012',
    });
    expect(told(check({ phone: 'tidak ada', email: 'x' }))).toEqual(['warning phone CONTACT_UNREADABLE', 'warning email CONTACT_UNREADABLE']);
  });
});

describe('formula cells', () => {
  it('keep the row out with one error naming every column, and no error that only follows from it', () => {
    const row = check({ nik: formula('3507264203870001'), birthDate: formula(31_838), hamlet: formula(null) });
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
