import type { Branded } from './brand.js';
import { type Parsed, parsed, refused } from './parsed.js';

/**
 * Kemendagri region code `PP.KK.CC.DDDD` with dots, or a leading part of it. Codes are permanent and unique;
 * village names are not (33 repeat inside the regency), so regions are keyed by code only.
 */
export type RegionCode = Branded<'RegionCode'>;

export type RegionLevel = 'province' | 'regency' | 'district' | 'village';

/** A desa is led by an elected Kepala Desa, a kelurahan by a Lurah who is a civil servant. */
export type VillageKind = 'desa' | 'kelurahan';

const SHAPE = /^(\d{2})(?:\.?(\d{2})(?:\.?(\d{2})(?:\.?([1-3]\d{3}))?)?)?$/;
const LEVEL_BY_LENGTH: Record<number, RegionLevel> = { 2: 'province', 5: 'regency', 8: 'district', 13: 'village' };

/**
 * Reads `35`, `35.07`, `35.07.22`, `35.07.22.2003`, also without dots (`3507222003`). The last part starts with
 * 1 (kelurahan), 2 (desa) or 3 (desa adat). Refused: `REGION_CODE_INVALID`.
 */
export function parseRegionCode(raw: string): Parsed<RegionCode> {
  const match = SHAPE.exec(raw.trim());
  if (!match) return refused('REGION_CODE_INVALID', 'Kode wilayah tidak dikenal. Tulis misalnya 35.07.22.2003.');
  return parsed(match.slice(1).filter(Boolean).join('.') as RegionCode);
}

export function regionLevel(code: RegionCode): RegionLevel {
  return LEVEL_BY_LENGTH[code.length] as RegionLevel;
}

/** Kind of a village by the first digit of its last part; a desa adat (3xxx) is governed as a desa. Null above villages. */
export function villageKind(code: RegionCode): VillageKind | null {
  if (regionLevel(code) !== 'village') return null;
  return code.charAt(9) === '1' ? 'kelurahan' : 'desa';
}

/** `35.07.22` for `35.07.22.2003`; null for a province. */
export function parentRegion(code: RegionCode): RegionCode | null {
  const dot = code.lastIndexOf('.');
  return dot < 0 ? null : (code.slice(0, dot) as RegionCode);
}

/** Whether `code` is `ancestor` itself or lies inside it. */
export function isWithinRegion(code: RegionCode, ancestor: RegionCode): boolean {
  return code === ancestor || code.startsWith(`${ancestor}.`);
}

/** `3507222003`, as inside a temporary NIK. */
export function regionDigits(code: RegionCode): string {
  return code.replaceAll('.', '');
}
