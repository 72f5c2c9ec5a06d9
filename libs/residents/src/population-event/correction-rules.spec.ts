import { describe, expect, it } from '@jest/globals';
import { plainDate } from '#values';
import { recordOf } from '../../../../test/support/resident-row.js';
import type { ResidentRecord } from '../resident-import/rules/resident-record.js';
import { checkCorrection } from './correction-rules.js';

const today = plainDate('2026-11-24');
const before = { ...(recordOf({ address: 'JL MAWAR 3 DUSUN KRAJAN', maritalStatus: 'KAWIN TERCATAT', fatherName: 'BUDI' }) as ResidentRecord), name: 'SITI' };
const check = (changes: Record<string, unknown>, from = before) => checkCorrection(from, changes, today);

describe('a correction', () => {
  it('touches the fields named and no other', () => {
    expect(check({ religion: 2, birthPlace: ' KOTA  BATU ' })).toEqual({ ok: true, after: { religion: 2, birthPlace: 'KOTA BATU' } });
  });

  it('empties what may be empty', () => {
    expect(check({ fatherName: null, phone: '' })).toEqual({ ok: true, after: { fatherName: null, phone: null } });
  });

  it('lets a doubt pass: a birth date that differs from the NIK', () => {
    expect(check({ birthDate: '1987-04-02' })).toEqual({ ok: true, after: { birthDate: '1987-04-02' } });
  });

  it('takes no hamlet out of an address written by hand', () => {
    expect(check({ address: 'JL MELATI 1 DSN SAWAH' }, { ...before, hamlet: null })).toEqual({ ok: true, after: { address: 'JL MELATI 1 DSN SAWAH' } });
  });

  it('derives whether a marriage is on record from a new status, and not from another change', () => {
    expect(check({ maritalStatus: 1 })).toEqual({ ok: true, after: { maritalStatus: 1, maritalRecorded: null } });
    expect(check({ maritalStatus: 2, marriageCertificate: '12/V/2001' })).toMatchObject({ after: { maritalRecorded: true } });
    expect(check({ maritalStatus: 2, maritalRecorded: false })).toMatchObject({ after: { maritalRecorded: false } });
    expect(check({ occupation: 9 })).toEqual({ ok: true, after: { occupation: 9 } });
  });

  it('refuses what an import would drop or cut in silence', () => {
    for (const changes of [{ religion: 99 }, { motherName: '???' }, { email: 'siti' }, { birthPlace: 'x'.repeat(101) }, { currentAddress: 'JL 😀' }]) {
      expect(check(changes)).toMatchObject({ ok: false, errors: [{ field: `changes.${Object.keys(changes)[0]}` }] });
    }
  });

  it('names every wrong field at once', () => {
    const result = check({ name: '', nik: '123', birthDate: '31-02-2000' });
    expect(result.ok ? [] : result.errors.map((error) => error.field).toSorted()).toEqual(['changes.birthDate', 'changes.name', 'changes.nik']);
  });

  it('is not for status, family or what is no field', () => {
    for (const field of ['basicStatus', 'residentStatus', 'familyNumber', 'id', 'constructor', '__proto__']) {
      expect(check(JSON.parse(`{"${field}": 1}`) as Record<string, unknown>)).toMatchObject({ ok: false, errors: [{ code: 'UNKNOWN_FIELD' }] });
    }
  });
});
