import { describe, expect, it } from '@jest/globals';
import { placeOf } from './letter-place.js';

describe('the list a letter belongs to', () => {
  it.each(['issued', 'voided', 'replaced', 'rejected'] as const)('is the archive once it is %s', (status) => {
    expect(placeOf({ status, actions: ['print', 'void'] }, true).to).toBe('/surat/arsip');
  });

  it.each(['requested', 'returned', 'verified', 'approved', 'failed'] as const)('is the queue while it is %s', (status) => {
    expect(placeOf({ status, actions: ['return'] }, true).to).toBe('/surat');
  });

  it('is the list of approvals for whoever may approve it', () => {
    expect(placeOf({ status: 'verified', actions: ['approve', 'return'] }, true).to).toBe('/surat/persetujuan');
  });

  it('is his own list for whoever only asks for letters', () => {
    expect(placeOf({ status: 'issued', actions: [] }, false)).toEqual({ to: '/surat', word: 'Yang saya ajukan' });
  });
});
