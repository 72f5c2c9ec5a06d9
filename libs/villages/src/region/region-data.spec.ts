import { describe, expect, it } from '@jest/globals';
import { parentRegion } from '#values';
import { readRegions, type RegionFact, type RegionKind } from './region-data.js';

const regions = readRegions();
const ofKind = (kind: RegionKind): RegionFact[] => regions.filter((region) => region.kind === kind);
const villages = regions.filter(({ villageId }) => villageId !== null);

describe('the regions of Kabupaten Malang (Kepmendagri 300.2.2-2430/2025; domain §1)', () => {
  it('are one regency, 33 districts, 378 desa and 12 kelurahan', () => {
    expect([ofKind('regency'), ofKind('district'), ofKind('desa'), ofKind('kelurahan')].map(({ length }) => length)).toEqual([1, 33, 378, 12]);
    expect(regions[0]).toMatchObject({ code: '35.07', name: 'Kabupaten Malang', parentCode: null, villageId: null });
  });

  it('count their villages district by district', () => {
    const counts = ofKind('district').map(({ code }) => villages.filter(({ parentCode }) => parentCode === code).length);
    expect(counts).toEqual([10, 8, 10, 15, 12, 13, 17, 13, 17, 14, 9, 7, 18, 14, 12, 15, 15, 15, 12, 9, 12, 10, 9, 17, 12, 10, 13, 6, 8, 13, 7, 8, 10]);
  });

  it('name the twelve kelurahan', () => {
    expect(ofKind('kelurahan').map(({ name }) => name).toSorted()).toEqual([
      'Ardirejo', 'Candirenggo', 'Cepokomulyo', 'Dampit', 'Kalirejo', 'Kepanjen', 'Lawang', 'Losari', 'Pagentan', 'Penarukan', 'Sedayu', 'Turen',
    ]);
  });

  it('stand in code order below the parent their code names', () => {
    expect(regions.map(({ code }) => code)).toEqual(regions.map(({ code }) => code).toSorted());
    for (const { code, parentCode } of regions.slice(1)) expect(parentCode).toBe(parentRegion(code));
    expect(new Set(regions.map(({ code }) => code)).size).toBe(424);
  });

  it('are keyed by code because names repeat', () => {
    expect(villages.filter(({ name }) => name === 'Banjarejo')).toHaveLength(4);
  });

  it('all villages have a postal code and a point inside the regency', () => {
    for (const { latitude, longitude, postalCode } of villages) {
      expect(postalCode).toMatch(/^65\d{3}$/);
      expect(latitude).toBeGreaterThan(-8.5);
      expect(latitude).toBeLessThan(-7.7);
      expect(longitude).toBeGreaterThan(112.2);
      expect(longitude).toBeLessThan(113);
    }
  });
});

describe('village numbers', () => {
  it('are 1 to 390, each once', () => {
    expect(villages.map(({ villageId }) => villageId)).toEqual(Array.from({ length: 390 }, (_, index) => index + 1));
  });

  // Printed inside QR codes: these four must never change, whatever happens to the list.
  it.each([
    ['35.07.01.2001', 1],
    ['35.07.05.1007', 44],
    ['35.07.22.2003', 270],
    ['35.07.33.2010', 390],
  ])('%s is %i for ever', (code, id) => expect(regions.find((region) => region.code === code)?.villageId).toBe(id));
});
