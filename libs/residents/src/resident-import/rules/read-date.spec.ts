import { describe, expect, it } from '@jest/globals';
import { check, dateCell, recordOf, told, type Raw } from '../../../../../test/support/resident-row.js';

describe('dates', () => {
  it.each<Raw>(['02-03-1987', '2/3/1987', '02/03/1987', '1987-03-02', '2 Maret 1987', dateCell('1987-03-02'), dateCell('1987-03-02T07:30:00'), 31_838, '31838', '1987-03-02 00:00:00', "'02-03-1987"])('%j is 2 March 1987, day first', (birthDate) => {
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
