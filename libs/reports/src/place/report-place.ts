import { type Actor, DomainError, invalidFields } from '#platform';

export const LEVELS = ['regency', 'district', 'village'] as const;
export type Level = (typeof LEVELS)[number];

/** Whose figures are asked for, as one who may see no more than `ownUnit` or `ownDistrict` asks. */
export interface ReportPlaces {
  /** The place whose own figures stand on top; null code = the highest this actor reaches. */
  readonly scope: { readonly level: Level; readonly code: string | null };
  /** The places listed below it. */
  readonly rows: Level;
  readonly ownUnit: number | null;
  readonly ownDistrict: string | null;
}

const DISTRICT = /^\d{2}\.\d{2}\.\d{2}$/;

/**
 * What of the regency an actor's reach leaves of what he asked for. Another's district or village is not refused here: it
 * is not found, like a code that does not exist.
 * @throws DomainError NOT_ALLOWED (above his reach), INVALID_INPUT (level above its parent)
 */
export function reportPlaces(actor: Actor, asked: { readonly level?: Level | undefined; readonly parent?: string | undefined }): ReportPlaces {
  const ownUnit = actor.unitId === 0 ? null : actor.unitId;
  const ownDistrict = ownUnit === null && actor.role === 'district-head' ? actor.districtCode ?? '' : null;
  const highest: Level = ownUnit !== null ? 'village' : ownDistrict !== null ? 'district' : 'regency';
  const scope = { level: asked.parent === undefined ? highest : DISTRICT.test(asked.parent) ? 'district' : 'village', code: asked.parent ?? null } as const;
  const rows = asked.level ?? LEVELS[Math.min(LEVELS.indexOf(scope.level) + 1, LEVELS.length - 1)] ?? 'village';
  if (isAbove(rows, highest)) throw new DomainError('NOT_ALLOWED', 403, 'Peran Anda tidak memiliki wewenang untuk tindakan ini.');
  if (isAbove(rows, scope.level)) throw invalidFields([{ field: 'level', code: 'LEVEL_ABOVE_PARENT', message: 'Tingkat ini tidak ada di dalam wilayah yang dipilih.' }]);
  return { scope, rows, ownUnit, ownDistrict };
}

const isAbove = (a: Level, b: Level): boolean => LEVELS.indexOf(a) < LEVELS.indexOf(b);
