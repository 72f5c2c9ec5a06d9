import { describe, expect, it } from '@jest/globals';
import { words } from './words.js';

describe('the words of a village', () => {
  it('call the head of a kelurahan Lurah, and nothing in it desa or dusun', () => {
    expect(words('kelurahan').head).toBe('Lurah');
    expect(Object.values(words('kelurahan')).join(' ')).not.toMatch(/desa|dusun/i);
  });

  it('name the same things in both kinds', () => {
    expect(Object.keys(words('desa'))).toEqual(Object.keys(words('kelurahan')));
    expect(words('desa')).toMatchObject({ head: 'Kepala Desa', headOffice: 'Kantor Kepala Desa' });
  });
});
