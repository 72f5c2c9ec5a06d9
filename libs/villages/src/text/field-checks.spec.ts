import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '#platform';
import { FieldChecks } from './field-checks.js';

function refused(read: (checks: FieldChecks) => void): [string, string][] {
  const checks = new FieldChecks();
  read(checks);
  try {
    checks.finish();
    return [];
  } catch (error) {
    return (error as DomainError).errors.map(({ field, code }) => [field, code]);
  }
}

describe('fields of a form', () => {
  it('come out as one clean line', () => {
    const checks = new FieldChecks();
    expect(checks.line('name', '  Pujon\u200b \n  Kidul ', 60)).toBe('Pujon Kidul');
    expect(checks.optionalLine('phone', undefined, 60)).toBeUndefined();
    expect(checks.optionalLine('phone', '   ', 60)).toBeNull();
    expect(checks.optionalLine('phone', null, 60)).toBeNull();
    expect(() => checks.finish()).not.toThrow();
  });

  it('that are wrong are named all at once', () => {
    const shape = { pattern: /^\d{5}$/, message: 'Kode pos terdiri dari 5 angka.' };
    expect(
      refused((checks) => {
        checks.line('name', '', 60);
        checks.optionalLine('address', 'Jl. Raya 🌋', 200);
        checks.optionalLine('website', 'ꦥꦸꦗꦺꦴꦤ꧀', 200);
        checks.optionalLine('postalCode', '6539', 5, shape);
        checks.optionalLine('phone', '1'.repeat(61), 60);
        checks.name('official', '-');
        checks.day('startedOn', '2026-02-30');
      }),
    ).toEqual([['name', 'REQUIRED'], ['address', 'TEXT_NOT_PRINTABLE'], ['website', 'TEXT_NOT_PRINTABLE'], ['postalCode', 'WRONG_SHAPE'], ['phone', 'TOO_LONG'], ['official', 'NAME_EMPTY'], ['startedOn', 'DATE_IMPOSSIBLE']]);
  });

  it('refused once are not blamed twice', () => {
    expect(refused((checks) => checks.line('name', '😀', 60))).toEqual([['name', 'TEXT_NOT_PRINTABLE']]);
  });
});
