import { describe, expect, it } from '@jest/globals';
import { sameVillageName } from './check-village-name.js';

describe('the name of a village', () => {
  it.each([
    ['PUJON KIDUL', 'Pujon Kidul'],
    ['Pujonkidul', 'Pujon Kidul'],
    ['Desa Pujon-Kidul', 'Pujon Kidul'],
    ['Sumber Pucung', 'Desa Sumberpucung'],
    ['Kelurahan Candi Renggo', 'Candirenggo'],
    ['Ma’ron', "Ma'ron"],
    ['Sèdayu', 'Sedayu'],
    ['Kr. Sari', 'Kr Sari'],
  ])('may be spelt %s where the catalogue says %s', (typed, catalogue) => expect(sameVillageName(typed, catalogue)).toBe(true));

  it.each([
    ['Landungsari', 'Pujon Kidul'],
    ['Pujon Lor', 'Pujon Kidul'],
    ['Pujon Kidul Kecamatan Dau', 'Pujon Kidul'],
    ['Kecamatan Pujon Kidul', 'Pujon Kidul'],
    ['Desa', 'Pujon Kidul'],
    ['Sumber 2', 'Sumber 1'],
  ])('is never %s where the catalogue says %s', (typed, catalogue) => expect(sameVillageName(typed, catalogue)).toBe(false));
});
