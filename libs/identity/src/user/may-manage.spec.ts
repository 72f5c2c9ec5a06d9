import { describe, expect, it } from '@jest/globals';
import { mayGrant, mayManage } from './may-manage.js';

const secretary = { unitId: 7, role: 'village-secretary', userId: 'me' };
const admin = { unitId: 0, role: 'regency-admin', userId: 'me' };
const user = (...memberships: [number, string][]) => ({ id: 'other', memberships: memberships.map(([unitId, role]) => ({ unitId, role })) });

describe('who looks after whose account', () => {
  it('lets a secretary give the roles below him in his own village only', () => {
    expect(mayGrant(secretary, { unitId: 7, role: 'operator' })).toBe(true);
    expect(mayGrant(secretary, { unitId: 8, role: 'operator' })).toBe(false);
    expect(mayGrant(secretary, { unitId: 7, role: 'village-head' })).toBe(false);
    expect(mayGrant(secretary, { unitId: 7, role: 'village-secretary' })).toBe(false);
  });

  it('keeps an account from a secretary when it also holds a role elsewhere or above', () => {
    expect(mayManage(secretary, user([7, 'operator']))).toBe(true);
    expect(mayManage(secretary, user([7, 'operator'], [8, 'operator']))).toBe(false);
    expect(mayManage(secretary, user([7, 'operator'], [7, 'village-head']))).toBe(false);
  });

  it('lets the regency administrator appoint in any village, but touch no system administrator and no equal', () => {
    expect(mayManage(admin, user([7, 'village-head'], [8, 'operator']))).toBe(true);
    expect(mayManage(admin, user([0, 'district-head']))).toBe(true);
    expect(mayManage(admin, user([0, 'platform-admin']))).toBe(false);
    expect(mayManage(admin, user([0, 'regency-admin']))).toBe(false);
  });

  it('lets nobody manage himself, and an operator nobody at all', () => {
    expect(mayManage(admin, { ...user([7, 'operator']), id: 'me' })).toBe(false);
    expect(mayManage({ unitId: 7, role: 'operator', userId: 'me' }, user([7, 'collector']))).toBe(false);
  });

  it('leaves an account without any role to the office', () => {
    expect(mayManage(admin, user())).toBe(true);
    expect(mayManage(secretary, user())).toBe(false);
  });
});
