import { describe, expect, it } from '@jest/globals';
import type { Letter, LetterDraft } from '../api/contract.js';
import { changeOf, formDataOf } from './letter-change.js';

const row = { residentId: '2', nik: '3507260505220002', name: 'DEWI', sex: 'P' as const, birth: 'Malang, 05-05-2022', relation: 'Anak' };
const letter = { data: { institution: 'SMP 1', dependants: [row], purpose: 'sekolah' }, signatory: { officialId: 'a', capacity: 'head' } } as unknown as Letter;
const body = (data: LetterDraft['data'], signatory: LetterDraft['signatory'] = { officialId: 'a', capacity: 'head' }): LetterDraft => ({ type: 'SKTM', data, signatory });
const same = { purpose: 'sekolah', institution: 'SMP 1', dependants: [{ residentId: '2' }] };

describe('a stored letter in the form', () => {
  it('keeps no number of its dependants, so a draft of it has none either', () => {
    expect(JSON.stringify(formDataOf(letter))).not.toContain('3507');
    expect(formDataOf(letter)).toEqual(same);
  });

  it('is not changed by being looked at, however its fields are ordered', () => {
    expect(changeOf(letter, body(same))).toEqual({});
    const alone = { ...letter, data: { purpose: 'sekolah', institution: 'SMP 1' } };
    expect(changeOf(alone, body({ ...alone.data, dependants: [] }))).toEqual({});
  });

  it('sends its fields whole when one of them changed, an emptied one among them', () => {
    expect(changeOf(letter, body({ ...same, purpose: 'beasiswa' }))).toEqual({ data: { ...same, purpose: 'beasiswa' } });
    expect(changeOf(letter, body({ ...same, dependants: [] }))).toEqual({ data: { ...same, dependants: [] } });
    expect(changeOf(letter, body({ purpose: 'sekolah', dependants: same.dependants }))).toHaveProperty('data');
  });

  it('sends its signatory only when another one was chosen', () => {
    expect(changeOf(letter, body(same, { officialId: 'b', capacity: 'on-behalf' }))).toEqual({ signatory: { officialId: 'b', capacity: 'on-behalf' } });
  });
});
