import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { parseRegionCode, regionLevel, type RegionCode, valueOrThrow, villageKind } from '#values';

export type RegionKind = 'regency' | 'district' | 'desa' | 'kelurahan';

/** One line of `data/regions.csv`: the facts a new installation starts with. */
export interface RegionFact {
  readonly code: RegionCode;
  readonly name: string;
  readonly kind: RegionKind;
  /** Null for the regency. */
  readonly parentCode: RegionCode | null;
  /** Permanent tenant number 1…390 of a desa or kelurahan; null above villages. */
  readonly villageId: number | null;
  /** Degrees, WGS 84; indicative. */
  readonly latitude: number;
  readonly longitude: number;
  /** Null above villages. */
  readonly postalCode: string | null;
}

/** Beside the sources and, copied by the build, beside the compiled files: the same two steps up from here. */
const REGIONS_FILE = new URL('../../data/regions.csv', import.meta.url);

type Line = Record<'code' | 'name' | 'kind' | 'parent' | 'village_id' | 'latitude' | 'longitude' | 'postal_code', string>;

/**
 * All regions of the regency in code order, so that a parent always stands before its children.
 * @throws RangeError or a CSV error when the file is damaged: an installation must not start from a partial list.
 */
export function readRegions(): RegionFact[] {
  return parse<Line>(readFileSync(REGIONS_FILE), { columns: true }).map(regionFact);
}

function regionFact(line: Line): RegionFact {
  const code = valueOrThrow(parseRegionCode(line.code));
  const fact: RegionFact = {
    code,
    name: line.name,
    kind: kindOf(code),
    parentCode: line.parent === '' ? null : valueOrThrow(parseRegionCode(line.parent)),
    villageId: line.village_id === '' ? null : Number(line.village_id),
    latitude: Number(line.latitude),
    longitude: Number(line.longitude),
    postalCode: line.postal_code === '' ? null : line.postal_code,
  };
  const isVillage = regionLevel(code) === 'village';
  const whole = fact.name !== '' && fact.kind === line.kind && isVillage === Number.isInteger(fact.villageId) && Number.isFinite(fact.latitude + fact.longitude);
  if (!whole) throw new RangeError(`REGION_LINE_DAMAGED ${code}`);
  return fact;
}

function kindOf(code: RegionCode): RegionKind {
  return villageKind(code) ?? (regionLevel(code) === 'regency' ? 'regency' : 'district');
}
