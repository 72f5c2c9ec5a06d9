import { describe, expect, it } from '@jest/globals';
import { change, heldFor, percent, points, shortRupiah, toneOf } from './report-words.js';

describe('figures in words', () => {
  it('are short and never more than there is', () => {
    expect([shortRupiah(92_389_000_000), shortRupiah(1_299_999), shortRupiah(925_000), shortRupiah(0), shortRupiah(999_999_999)]).toEqual(['Rp92,3 miliar', 'Rp1,2 juta', 'Rp925.000', 'Rp0', 'Rp999,9 juta']);
    expect([percent(86.3), percent(100), percent(null)]).toEqual(['86,3%', '100,0%', '–']);
  });

  it('judge only where there is a target', () => {
    expect([toneOf(88, 88), toneOf(80, 88), toneOf(79.9, 88), toneOf(50, null), toneOf(null, 88)]).toEqual(['good', 'near', 'low', 'plain', 'plain']);
  });

  it('say the change in points', () => {
    expect([change(10.1, 8), change(8, 8.4), change(5, 5), change(null, 3)]).toEqual(['naik 2,1 poin', 'turun 0,4 poin', 'sama', '']);
    expect([points(10.1, 8), points(8, 8.4), points(5, 5), points(null, 3)]).toEqual(['+2,1', '−0,4', '0,0', '–']);
  });

  it('count hours for two days and then days', () => {
    const now = new Date('2026-11-24T03:00:00Z');
    expect([heldFor('2026-11-23T03:00:01Z', now), heldFor('2026-11-22T04:00:00Z', now), heldFor('2026-11-13T02:00:00Z', now)]).toEqual(['23 jam', '47 jam', '11 hari']);
  });
});
