import { describe, expect, it } from '@jest/globals';
import type { ImportRun, TaxListPart } from '../api/contract.js';
import { billsOf, byUrgency, readinessOf } from './part-readiness.js';

const part = (prefix: string, state: TaxListPart['state'], changes: Partial<TaxListPart> = {}): TaxListPart => ({
  prefix, state, village: null, villageName: null, proposedVillage: '35.07.22.2003', proposedVillageName: 'Landungsari', amount: 0, refusal: null,
  counts: { accepted: 10, settles: 2, changed: 3, unchanged: 100, kept: 1, rejected: 4 }, ...changes,
});
const run = (state: ImportRun['state']) => ({ state }) as ImportRun;

describe('the parts of a tax list', () => {
  it('write bills that are new, changed or paid', () => expect(billsOf(part('1', 'checked'))).toBe(15));

  it('wait while a prefix is not confirmed; only the confirmed are ready', () => {
    expect(readinessOf(run('checked'), [part('1', 'checked'), part('2', 'unconfirmed'), part('3', 'unconfirmed')])).toEqual({ writing: 15, waits: 'setelah desa untuk 2 kode ditetapkan' });
  });

  it('count what was written afterwards, not what was refused', () => {
    expect(readinessOf(run('applied'), [part('1', 'applied'), part('2', 'refused')])).toEqual({ writing: 15, waits: null });
    expect(readinessOf(run('applying'), [part('1', 'applied'), part('2', 'checked')])?.writing).toBe(30);
    expect(readinessOf(run('reversed'), [part('1', 'reversed'), part('2', 'refused')])?.writing).toBe(15);
  });

  it('stand in the order of who must look at them', () => {
    const order = byUrgency([part('1', 'applied'), part('2', 'unconfirmed'), part('3', 'refused'), part('4', 'unconfirmed', { proposedVillage: null })]);
    expect(order.map(({ prefix }) => prefix)).toEqual(['4', '2', '3', '1']);
  });
});
