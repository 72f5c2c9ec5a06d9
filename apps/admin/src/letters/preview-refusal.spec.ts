import { describe, expect, it } from '@jest/globals';
import type { LetterType } from '../api/contract.js';
import { Problem, Unreachable } from '../api/problem.js';
import { refusalOf, refusalWords } from './preview-refusal.js';

const type = { fields: [{ name: 'businessName', label: 'Nama usaha' }, { name: 'purpose', label: 'Keperluan' }] } as LetterType;
const refused = (...errors: [field: string, code: string, message: string][]): Problem => new Problem({ status: 422, errors: errors.map(([field, code, message]) => ({ field, code, message })) });
const words = (error: unknown, body: unknown = {}): string => {
  const refusal = refusalOf(error, body, type);
  return refusal ? refusalWords(refusal) : '';
};
const fill = 'Isi dulu bagian yang wajib; lembarnya muncul di sini.';

describe('a preview that was refused', () => {
  it('asks for what is missing', () => {
    expect(words(refused(['data.purpose', 'REQUIRED', 'Keperluan wajib diisi.']))).toBe(fill);
    expect(words(refused(['outsider.name', 'MAX_LENGTH', 'Isian terlalu panjang.'], ['signatory.officialId', 'IS_UUID', 'Pilih penanda tangan.']), { outsider: {}, signatory: { officialId: '' } })).toBe(fill);
    expect(words(refused(['residentId', 'APPLICANT_REQUIRED', 'Pilih satu pemohon.']))).toBe(fill);
  });

  it('says what is wrong, naming the field', () => {
    const long = 'Nama usaha paling panjang 80 huruf; ini 95.';
    expect(words(refused(['data.businessName', 'TOO_LONG', long]), { data: { businessName: 'x' } })).toBe(long);
    expect(words(refused(['data.purpose', 'TEXT_NOT_PRINTABLE', 'Tanda 😀 tidak dapat dicetak.']), { data: { purpose: '😀' } })).toBe('Keperluan: Tanda 😀 tidak dapat dicetak.');
    expect(words(refused(['outsider.religion', 'TOO_LONG', 'Paling banyak 40 huruf.'], ['data.purpose', 'REQUIRED', '']), { outsider: { religion: 'x' } })).toBe('Agama: Paling banyak 40 huruf. Isi juga bagian yang wajib.');
  });

  it('says what the register has against it, which no field of the form holds', () => {
    expect(words(refused(['Nama Lengkap', 'MISSING_GLYPH', 'Tanda ini tidak dapat dicetak.']))).toBe('Tanda ini tidak dapat dicetak.');
    expect(words(refused(['residentId', 'APPLICANT_NOT_LIVING', 'Pilih penduduk yang masih tercatat.']), { residentId: '1' })).toBe('Pilih penduduk yang masih tercatat.');
  });

  it('is none when the system or the connection failed', () => {
    expect(refusalOf(new Unreachable(), {}, type)).toBeNull();
    expect(refusalOf(new Problem({ status: 429 }), {}, type)).toBeNull();
  });
});
