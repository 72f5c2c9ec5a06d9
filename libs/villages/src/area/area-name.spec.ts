import { describe, expect, it } from '@jest/globals';
import { FieldChecks } from '../text/field-checks.js';
import { type AreaKind, readAreaName } from './area-name.js';

const read = (kind: AreaKind, raw: string): string => {
  const checks = new FieldChecks();
  const name = readAreaName(checks, kind, raw);
  checks.finish();
  return name;
};

describe('the name of an area', () => {
  it.each([
    ['hamlet', 'Dusun Krajan', 'KRAJAN'],
    ['hamlet', 'dsn. sumber  rejo', 'SUMBER REJO'],
    ['rw', '3', '003'],
    ['rt', 'RT 012', '012'],
    ['rt', '0007', '007'],
  ] as const)('of a %s written %j is %j', (kind, raw, name) => expect(read(kind, raw)).toBe(name));

  it.each([
    ['hamlet', ''],
    ['hamlet', 'Dusun'],
    ['hamlet', 'KRAJAN 😀'],
    ['hamlet', '-'],
    ['rw', '000'],
    ['rt', '1234'],
    ['rt', 'satu'],
  ] as const)('of a %s may not be %j', (kind, raw) => expect(() => read(kind, raw)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', errors: [expect.objectContaining({ field: 'name' })] })));
});
