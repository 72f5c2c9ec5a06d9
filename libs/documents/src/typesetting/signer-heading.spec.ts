import { describe, expect, it } from '@jest/globals';
import { signerHeading } from './signer-heading.js';

const base = { place: 'Pujon Kidul', date: '24 November 2026', head: 'KEPALA DESA PUJON KIDUL', acting: null };

describe('the lines over a signature', () => {
  it('names the head alone', () => {
    expect(signerHeading(base)).toEqual(['Pujon Kidul, 24 November 2026', 'KEPALA DESA PUJON KIDUL,']);
  });

  it('puts Plt. before the office of an acting head', () => {
    expect(signerHeading({ ...base, acting: 'Plt.' }).at(-1)).toBe('Plt. KEPALA DESA PUJON KIDUL,');
  });

  it('lets the secretary sign on behalf of the head', () => {
    expect(signerHeading({ ...base, onBehalf: { position: 'Sekretaris Desa' } }).slice(1)).toEqual(['a.n. KEPALA DESA PUJON KIDUL', 'Sekretaris Desa,']);
  });

  it('puts Plh. before the office that is really exercised', () => {
    expect(signerHeading({ ...base, acting: 'Plh.', onBehalf: { position: 'Sekretaris Desa' } }).at(-1)).toBe('Plh. Sekretaris Desa,');
  });

  it('adds a second level with u.b.', () => {
    const lines = signerHeading({ ...base, onBehalf: { position: 'Sekretaris Desa', under: 'Kepala Seksi Pelayanan' } });
    expect(lines.slice(1)).toEqual(['a.n. KEPALA DESA PUJON KIDUL', 'Sekretaris Desa', 'u.b.', 'Kepala Seksi Pelayanan,']);
  });
});
