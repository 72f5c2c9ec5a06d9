import { describe, expect, it } from '@jest/globals';
import { bookingDay } from './booking-day.js';

const day = (value: string) => bookingDay({ kind: 'text', value }, () => null);

describe('the day of a booking', () => {
  it.each(['01/10/2026', '01/10/26', "'01/10/2026", '1-10-26', '2026-10-01', '2026/10/01', '20261001', '01-Okt-2026', '01-Oct-2026', '1 Oct 26', '01/OCT/2026', '01Oct2026', '1 October 2026', '1 Oktober 2026', '01/10/26 08:15:33', '2026-10-01T08:15:33+07:00', '01.10.2026'])('%s is read', (text) => expect(day(text)).toBe('2026-10-01'));

  it.each(['01/10', '32/10/26', '2026', '45985', '13-Foo-2026', 'Saldo Awal', '20261301'])('%s is none', (text) => expect(day(text)).toBeNull());

  it('is read from a number that is a day written without separators', () => {
    expect(bookingDay({ kind: 'number', value: 20_261_001 }, () => null)).toBe('2026-10-01');
  });
});
