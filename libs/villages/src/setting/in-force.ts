import type { PlainDate } from '#values';
import type { KnownSetting } from './known-settings.js';

/** One stored value and from when it holds. */
export interface DatedValue {
  readonly key: string;
  readonly source: 'village' | 'regency';
  readonly value: unknown;
  readonly effectiveFrom: PlainDate;
}

export interface SettingInForce {
  readonly value: unknown;
  readonly source: 'village' | 'regency' | 'default';
  readonly effectiveFrom: PlainDate | null;
  /** The next change already decided, as this village will feel it. */
  readonly upcoming: { readonly value: unknown; readonly effectiveFrom: PlainDate } | null;
}

/** Village override, else regency default, else the shipped one; each the newest in force on `on`. */
export function inForce(known: KnownSetting<unknown>, stored: readonly DatedValue[], on: PlainDate): SettingInForce {
  const own = stored.filter((row) => row.key === known.key).toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const newest = (source: DatedValue['source']) => own.findLast((row) => row.source === source && row.effectiveFrom <= on);
  const held = newest('village') ?? newest('regency');
  // A village that decided for itself no longer feels the regency's changes.
  const next = own.find((row) => row.effectiveFrom > on && (row.source === 'village' || held?.source !== 'village'));
  return {
    value: held ? held.value : known.default,
    source: held?.source ?? 'default',
    effectiveFrom: held?.effectiveFrom ?? null,
    upcoming: next ? { value: next.value, effectiveFrom: next.effectiveFrom } : null,
  };
}
