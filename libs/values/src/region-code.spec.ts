import { describe, expect, it } from '@jest/globals';
import { isWithinRegion, parentRegion, parseRegionCode, regionDigits, type RegionCode, regionLevel, villageKind } from './region-code.js';

const code = (text: string): RegionCode => text as RegionCode;

describe('region codes (Kepmendagri 300.2.2-2430/2025; domain §1)', () => {
  it.each([
    ['35', '35', 'province', null, null],
    ['35.07', '35.07', 'regency', null, '35'],
    ['350722', '35.07.22', 'district', null, '35.07'],
    ['35.07.22.2003', '35.07.22.2003', 'village', 'desa', '35.07.22'],
    ['3507222003', '35.07.22.2003', 'village', 'desa', '35.07.22'],
    [' 35.07.05.1001 ', '35.07.05.1001', 'village', 'kelurahan', '35.07.05'],
    ['91.01.01.3001', '91.01.01.3001', 'village', 'desa', '91.01.01'],
  ])('reads %p', (raw, value, level, kind, parent) => {
    expect(parseRegionCode(raw)).toEqual({ ok: true, value });
    expect([regionLevel(code(value)), villageKind(code(value)), parentRegion(code(value))]).toEqual([level, kind, parent]);
  });

  it.each(['', '3', '35.7', '35.07.22.4001', '35.07.22.0003', '35.07.22.200', '35.07.22.20031', 'Landungsari', '35-07'])('refuses %p', (raw) => {
    expect(parseRegionCode(raw)).toMatchObject({ ok: false, code: 'REGION_CODE_INVALID' });
  });

  it('knows what lies inside what', () => {
    expect(isWithinRegion(code('35.07.22.2003'), code('35.07.22'))).toBe(true);
    expect(isWithinRegion(code('35.07.22'), code('35.07.22'))).toBe(true);
    expect(isWithinRegion(code('35.07.22.2003'), code('35.07.2'))).toBe(false);
    expect(regionDigits(code('35.07.22.2003'))).toBe('3507222003');
  });
});
