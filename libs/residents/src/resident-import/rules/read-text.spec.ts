import { describe, expect, it } from '@jest/globals';
import { check, dateCell, recordOf, told, type Raw } from '../../../../../test/support/resident-row.js';

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

describe('address, hamlet, RT and RW', () => {
  it.each<[Raw, string | null]>([['1', '001'], [3, '003'], ['03', '003'], ["'012", '012'], ['RT 5', '005'], ['rt.005', '005'], ['0', null], ['000', null], ['-', null], ['', null]])('RT %j is %p', (rt, expected) => {
    expect(check({ rt })).toMatchObject({ record: { rt: expected }, issues: [] });
  });

  it.each<Raw>(['1234', 'A', '01/02', dateCell('2026-02-01')])('RT %j is dropped with a warning', (rt) => {
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
    expect(told(check({ marriageCertificate: dateCell('2001-05-12') }))).toEqual(['warning marriageCertificate TEXT_BECAME_DATE']);
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
