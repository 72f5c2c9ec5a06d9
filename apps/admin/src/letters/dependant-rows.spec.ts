import { describe, expect, it } from '@jest/globals';
import type { Dependant, FamilyMember, Resident } from '../api/contract.js';
import { dependantChoices, isTicked, livingMembers, named, samePeople, ticked } from './dependant-rows.js';

const member = (id: string, name: string, status = 'alive'): FamilyMember => ({ id, name, familyPosition: 'Anak', age: 9, sex: 'P', status, temporaryNik: false }) as FamilyMember;
const siti = member('1', 'SITI');
const dewi = member('2', 'DEWI');
const stored = (parts: Partial<Dependant>): Dependant => ({ nik: '3507260505220002', name: 'DEWI', sex: 'P', birth: 'Malang, 05-05-2022', relation: 'Anak', ...parts });

describe('the dependants of a letter', () => {
  it('are offered from the living members of the card, without the applicant', () => {
    const resident = { id: '1', family: { members: [siti, dewi, member('3', 'MBAH', 'dead')] } } as Resident;
    expect(livingMembers(resident)).toEqual([dewi]);
    expect(livingMembers(null)).toEqual([]);
  });

  it('are known by who they are, not by their name', () => {
    const namesake = stored({ residentId: '9' });
    const choices = dependantChoices([siti, dewi], [namesake]);
    expect(choices.map((choice) => isTicked([namesake], choice))).toEqual([false, false, true]);
  });

  it('are sent by their id alone, and written out only when the register does not have them', () => {
    const typed = stored({ name: 'BAYI' });
    expect(named([stored({ residentId: '2' }), typed])).toEqual([{ residentId: '2' }, typed]);
  });

  it('stand in the order of the card however they are ticked, and can be ticked again', () => {
    const choices = dependantChoices([siti, dewi], [stored({ residentId: '9', name: 'PAK LIK' })]);
    const [first, , last] = choices;
    if (!first || !last) throw new Error('choices are missing');
    const without = ticked(choices, [{ residentId: '2' }, { residentId: '9' }], last, false);
    expect(without).toEqual([{ residentId: '2' }]);
    expect(ticked(choices, ticked(choices, without, last, true), first, true)).toEqual([{ residentId: '1' }, { residentId: '2' }, { residentId: '9' }]);
  });

  it('are the same people however the row is written', () => {
    expect(samePeople([{ residentId: '2' }], [stored({ residentId: '2' })])).toBe(true);
    expect(samePeople([{ residentId: '2' }], [stored({ residentId: '3' })])).toBe(false);
    expect(samePeople([], [stored({})])).toBe(false);
  });
});
