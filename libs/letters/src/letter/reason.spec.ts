import { describe, expect, it } from '@jest/globals';
import { readNote, readPublicReason, readReason } from './reason.js';

const code = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    return (error as { errors: { code: string }[] }).errors[0]?.code;
  }
  return undefined;
};

describe('a reason', () => {
  it('is one printable line of at least three letters', () => {
    expect(readReason('  salah  ketik ')).toMatch(/^salah +ketik$/);
    expect(code(() => readReason(' a '))).toBe('REQUIRED');
    expect(code(() => readReason('x'.repeat(301)))).toBe('TOO_LONG');
    expect(code(() => readReason('salah \u202Ektik'))).toBe('HIDDEN_CHARACTER');
  });

  it.each(['diminta Siti', 'SITI salah alamat', 'NIK 3507265403850003', 'telepon 0812-3456-7890'])('that strangers read may not be personal: %s', (reason) => {
    expect(code(() => readPublicReason(reason, 'Siti Rohmah'))).toBe('REASON_IS_PERSONAL');
  });

  it.each(['Data pada surat salah', 'nomor rumah 12 keliru', 'surat tahun 2026 ganda'])('that names nobody is taken: %s', (reason) => {
    expect(readPublicReason(reason, 'Siti Rohmah')).toBe(reason);
  });
});

describe('a note', () => {
  it('is nothing when nothing was written', () => {
    expect([readNote(undefined), readNote(' '), readNote(' segera ')]).toEqual([null, null, 'segera']);
  });
});
