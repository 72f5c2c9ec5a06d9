import { describe, expect, it } from '@jest/globals';
import { words } from '#villages';
import { type Capacity, mayApprove, positionText } from './signatory.js';

const actor = (role: string, userId = 'u1', permissions = ['letter.approve']) => ({ role, userId, permissions: new Set(permissions) });

describe('who may approve', () => {
  it.each<[string, ReturnType<typeof actor>, { userId: string | null; capacity: Capacity }, boolean]>([
    ['the head himself', actor('village-head'), { userId: 'u1', capacity: 'head' }, true],
    ['not the secretary whose login was linked to the head', actor('village-secretary'), { userId: 'u1', capacity: 'head' }, false],
    ['a delegate himself', actor('village-secretary'), { userId: 'u1', capacity: 'on-behalf' }, true],
    ['not another head than the one linked', actor('village-head', 'u2'), { userId: 'u1', capacity: 'head' }, false],
    ['no third role for a delegate without a login', actor('village-officer'), { userId: null, capacity: 'on-behalf' }, false],
    ['nobody else for an official with a login', actor('village-head', 'u2'), { userId: 'u1', capacity: 'on-behalf' }, false],
    ['the head for a head without a login', actor('village-head'), { userId: null, capacity: 'head' }, true],
    ['not the secretary for a head without a login', actor('village-secretary'), { userId: null, capacity: 'head' }, false],
    ['the secretary for a delegate without a login', actor('village-secretary'), { userId: null, capacity: 'on-behalf' }, true],
    ['nobody without the permission', actor('operator', 'u1', []), { userId: 'u1', capacity: 'on-behalf' }, false],
  ])('%s', (_who, by, signatory, expected) => {
    expect(mayApprove(by, signatory)).toBe(expected);
  });
});

describe('a signatory’s position in words', () => {
  it('says for whom and in which standing', () => {
    expect(positionText(words('desa'), { acting: null, positionName: 'Kepala Desa' }, 'head')).toBe('Kepala Desa');
    expect(positionText(words('kelurahan'), { acting: 'Plt.', positionName: 'Lurah' }, 'head')).toBe('Plt. Lurah');
    expect(positionText(words('desa'), { acting: null, positionName: 'Kasi Pelayanan' }, 'on-behalf')).toBe('a.n. Kepala Desa, Kasi Pelayanan');
  });
});
