import { describe, expect, it } from '@jest/globals';
import { plainDate } from '#values';
import { type DatedValue, inForce } from './in-force.js';
import { allSettings, defineLetterTypeSettings, knownSetting, type KnownSetting, letterNumberFormat, letterNumberPadding, letterTypeValidity } from './known-settings.js';

const padding = letterNumberPadding as KnownSetting<unknown>;
const row = (source: DatedValue['source'], from: string, value: unknown): DatedValue => ({ key: padding.key, source, value, effectiveFrom: plainDate(from) });
const on = plainDate('2026-11-24');

describe('a setting in force', () => {
  it('is the shipped one when nobody decided', () => {
    expect(inForce(padding, [], on)).toEqual({ value: 3, source: 'default', effectiveFrom: null, upcoming: null });
  });

  it('is the newest of the village, however new the regency’s', () => {
    const stored = [row('regency', '2026-11-01', 4), row('village', '2026-01-01', 5), row('village', '2026-06-01', 6)];
    expect(inForce(padding, stored, on)).toMatchObject({ value: 6, source: 'village', effectiveFrom: '2026-06-01' });
    expect(inForce(padding, stored, plainDate('2026-03-01'))).toMatchObject({ value: 5, source: 'village' });
  });

  it('holds from its day on, and the day before not', () => {
    expect(inForce(padding, [row('village', '2026-11-24', 5)], on).value).toBe(5);
    expect(inForce(padding, [row('village', '2026-11-25', 5)], on)).toMatchObject({ value: 3, upcoming: { value: 5, effectiveFrom: '2026-11-25' } });
  });

  it('announces no change of the regency to a village that decided for itself', () => {
    const stored = [row('village', '2026-01-01', 5), row('regency', '2027-01-01', 4)];
    expect(inForce(padding, stored, on).upcoming).toBeNull();
    expect(inForce(padding, stored.slice(1), on).upcoming).toEqual({ value: 4, effectiveFrom: '2027-01-01' });
  });

  it('keeps a null that was decided apart from nothing decided', () => {
    const known = letterTypeValidity('SKD') as KnownSetting<unknown>;
    expect(inForce(known, [{ key: known.key, source: 'village', value: null, effectiveFrom: on }], on)).toMatchObject({ value: null, source: 'village' });
    expect(inForce(known, [], on).value).toBe('as-shipped');
  });
});

describe('known settings', () => {
  it('are those of the platform and of the letter types that were defined', () => {
    expect(knownSetting('letter-type.classification.XYZ')).toBeUndefined();
    defineLetterTypeSettings('XYZ', 'Surat Uji');
    expect(knownSetting('letter-type.classification.XYZ')?.label).toBe('Kode klasifikasi Surat Uji');
    expect(knownSetting('letter.colour')).toBeUndefined();
  });

  it('accept the default they ship and say in Indonesian what they want instead of a wrong value', () => {
    for (const known of allSettings()) {
      expect([known.key, known.schema.safeParse(known.default).success]).toEqual([known.key, true]);
      expect(known.schema.safeParse({ odd: true }).success).toBe(false);
      expect(known.advice).toMatch(/\.$/);
    }
  });

  it.each(['{klasifikasi}/{tahun}', '{nomor}/{nomor}', '{nomor}/{rahasia}', '{nomor', '😀{nomor}', ' {nomor}', ''])('refuse %j as a number format', (format) => {
    expect(letterNumberFormat.schema.safeParse(format).success).toBe(false);
  });
});
