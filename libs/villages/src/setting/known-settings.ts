import { z, type ZodType } from 'zod';

/** One thing a regency's by-law or a village's habit decides. */
export interface KnownSetting<T> {
  readonly key: string;
  readonly label: string;
  /** Where the default comes from. */
  readonly source: string;
  readonly schema: ZodType<T>;
  readonly default: T;
}

const setting = <T>(known: KnownSetting<T>): KnownSetting<T> => known;

const numberFormat = z
  .string()
  .max(80)
  .regex(/^(?:[^{}]|\{(?:klasifikasi|nomor|kodeDesa|kodeKecamatan|jenis|bulanRomawi|bulan|tahun)\})+$/)
  .refine((format) => format.split('{nomor}').length === 2, { message: '{nomor}' });

/** Every setting there is; an unknown key is refused. Keys of one letter type end in its code. */
export const letterNumberFormat = setting({ key: 'letter.number-format', label: 'Pola nomor surat', source: 'praktik desa di Kabupaten Malang', schema: numberFormat, default: '{klasifikasi}/{nomor}/{kodeDesa}/{tahun}' });
export const letterNumberPadding = setting({ key: 'letter.number-padding', label: 'Jumlah angka nomor urut', source: 'kebiasaan', schema: z.int().min(1).max(6), default: 3 });
export const letterNumberingMode = setting({ key: 'letter.numbering-mode', label: 'Urutan nomor surat', source: 'kebiasaan: satu urutan untuk semua surat keluar', schema: z.enum(['all', 'per-type']), default: 'all' as 'all' | 'per-type' });
export const letterPaper = setting({ key: 'letter.paper', label: 'Ukuran kertas surat', source: 'kebiasaan', schema: z.enum(['F4', 'A4']), default: 'F4' as 'F4' | 'A4' });
export const letterServiceMinutes = setting({ key: 'letter.service-minutes', label: 'Batas layanan surat (menit)', source: 'UU 25/2009: standar pelayanan ditetapkan penyelenggara', schema: z.int().min(10).max(10_080), default: 240 });

const classification = z.string().regex(/^\d{1,3}(\.\d{1,3}){0,4}$/);
const validity = z.object({ amount: z.int().min(1).max(60), unit: z.enum(['day', 'month']) }).nullable();
export type LetterValidity = z.infer<typeof validity>;

/** Overrides of a shipped letter type; null default = as shipped. */
export const letterTypeClassification = (code: string) =>
  setting({ key: `letter-type.classification.${code}`, label: `Kode klasifikasi ${code}`, source: 'Permendagri 83/2022; desa berbeda-beda', schema: classification.nullable(), default: null });
export const letterTypeValidity = (code: string) =>
  setting({ key: `letter-type.validity.${code}`, label: `Masa berlaku ${code}`, source: 'kebiasaan desa', schema: z.union([validity, z.literal('as-shipped')]), default: 'as-shipped' as LetterValidity | 'as-shipped' });

export const plainSettings: readonly KnownSetting<unknown>[] = [letterNumberFormat, letterNumberPadding, letterNumberingMode, letterPaper, letterServiceMinutes] as readonly KnownSetting<unknown>[];

/** The setting of `key`, or undefined when there is none. */
export function knownSetting(key: string): KnownSetting<unknown> | undefined {
  const perType = /^letter-type\.(classification|validity)\.([A-Z]{2,10})$/.exec(key);
  if (perType) return (perType[1] === 'classification' ? letterTypeClassification(perType[2] ?? '') : letterTypeValidity(perType[2] ?? '')) as KnownSetting<unknown>;
  return plainSettings.find((known) => known.key === key);
}
