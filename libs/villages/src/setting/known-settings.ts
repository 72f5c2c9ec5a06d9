import { z, type ZodType } from 'zod';
import { findUnprintable } from '#values';

/** One thing a regency's by-law or a village's habit decides. */
export interface KnownSetting<T> {
  readonly key: string;
  readonly label: string;
  /** Where the default comes from. */
  readonly source: string;
  readonly schema: ZodType<T>;
  readonly default: T;
  /** What to enter, said when a value is refused. */
  readonly advice: string;
  /** Holds for whole years only, so that it may change on 1 January alone. */
  readonly yearly?: true;
  /** Decided by the regency for all; no village sees it or decides otherwise. */
  readonly regencyOnly?: true;
}

const setting = <T>(known: KnownSetting<T>): KnownSetting<T> => known;

const numberFormat = z
  .string()
  .max(80)
  .regex(/^(?:[^{}\n]|\{(?:klasifikasi|nomor|kodeDesa|kodeKecamatan|jenis|bulanRomawi|bulan|tahun)\})+$/)
  .refine((format) => format.split('{nomor}').length === 2 && format === format.trim() && findUnprintable(format) === null);

export const letterNumberFormat = setting({
  key: 'letter.number-format',
  label: 'Pola nomor surat',
  source: 'praktik desa di Kabupaten Malang',
  schema: numberFormat,
  default: '{klasifikasi}/{nomor}/{kodeDesa}/{tahun}',
  advice: 'Pakai {klasifikasi} {nomor} {kodeDesa} {kodeKecamatan} {jenis} {bulanRomawi} {bulan} {tahun}; {nomor} tepat sekali.',
});

export const letterNumberPadding = setting({
  key: 'letter.number-padding',
  label: 'Jumlah angka nomor urut',
  source: 'kebiasaan',
  schema: z.int().min(1).max(6),
  default: 3,
  advice: 'Isi angka 1 sampai 6.',
});

/** Changed within a year, the restarted series would print numbers that already stand on letters of that year. */
export const letterNumberingMode = setting({
  key: 'letter.numbering-mode',
  label: 'Urutan nomor surat',
  source: 'kebiasaan: satu urutan untuk semua surat keluar',
  schema: z.enum(['all', 'per-type']),
  default: 'all' as 'all' | 'per-type',
  advice: 'Pilih satu urutan untuk semua surat, atau urutan sendiri untuk setiap jenis.',
  yearly: true,
});

export const letterPaper = setting({ key: 'letter.paper', label: 'Ukuran kertas surat', source: 'kebiasaan', schema: z.enum(['F4', 'A4']), default: 'F4' as 'F4' | 'A4', advice: 'Pilih F4 atau A4.' });

export const letterServiceMinutes = setting({
  key: 'letter.service-minutes',
  label: 'Batas layanan surat (menit)',
  source: 'UU 25/2009: standar pelayanan ditetapkan penyelenggara',
  schema: z.int().min(10).max(10_080),
  default: 240,
  advice: 'Isi 10 sampai 10.080 menit (7 hari).',
});

/** The book tells two collectors' receipts apart, the number those of one. */
export const receiptNumberFormat = setting({
  key: 'receipt.number-format',
  label: 'Pola nomor kuitansi PBB',
  source: 'kebiasaan; pola dari Bapenda menggantikannya',
  schema: z.string().max(60).regex(/^(?:[^{}\n]|\{(?:buku|nomor|tahun)\})+$/).refine((format) => ['{nomor}', '{buku}'].every((part) => format.split(part).length === 2) && format === format.trim() && findUnprintable(format) === null),
  default: '{buku}-{nomor}/{tahun}',
  advice: 'Pakai {buku} {nomor} {tahun}; {buku} dan {nomor} tepat sekali.',
  yearly: true,
});

/** Null = the regency has set none. */
export const pbbCollectionTarget = setting({
  key: 'pbb.collection-target',
  label: 'Target realisasi PBB (persen dari baku)',
  source: 'ditetapkan Bapenda; tanpa bawaan',
  schema: z.int().min(1).max(100).nullable(),
  default: null as number | null,
  advice: 'Isi angka 1 sampai 100.',
  regencyOnly: true,
});

/** Named on the villager's page of a bill. Null = the regency has named none. */
export const pbbPaymentPlaces = setting({
  key: 'pbb.payment-places',
  label: 'Tempat bayar PBB selain petugas',
  source: 'perjanjian Bapenda dengan bank dan tempat bayar; tanpa bawaan',
  schema: z.string().min(3).max(200).refine((places) => places === places.trim() && findUnprintable(places) === null).nullable(),
  default: null as string | null,
  advice: 'Isi paling banyak 200 huruf, misalnya: Teller dan ATM Bank Jatim, Kantor Pos.',
  regencyOnly: true,
});

/** A bank books a deposit on the day or some days later; further away it is another person's money. */
export const bankMatchDays = setting({
  key: 'bank.match-days',
  label: 'Batas hari mencocokkan setoran tanpa referensi',
  source: 'kebiasaan bank: dibukukan paling lambat tiga hari sesudah disetor',
  schema: z.int().min(0).max(14),
  default: 3,
  advice: 'Isi 0 sampai 14 hari.',
  regencyOnly: true,
});

const classification = z.string().regex(/^\d{1,3}(\.\d{1,3}){0,4}$/);
const validity = z.object({ amount: z.int().min(1).max(60), unit: z.enum(['day', 'month']) }).nullable();
export type LetterValidity = z.infer<typeof validity>;

/** Overrides of a shipped letter type; null default = as shipped. `title` only makes the label readable. */
export const letterTypeClassification = (code: string, title = code) =>
  setting({
    key: `letter-type.classification.${code}`,
    label: `Kode klasifikasi ${title}`,
    source: 'Permendagri 83/2022; desa berbeda-beda',
    schema: classification.nullable(),
    default: null,
    advice: 'Isi kode seperti 400.12.2.1, atau kosongkan untuk kode bawaan.',
  });

/** Null = without end. */
export const letterTypeValidity = (code: string, title = code) =>
  setting({
    key: `letter-type.validity.${code}`,
    label: `Masa berlaku ${title}`,
    source: 'kebiasaan desa',
    schema: z.union([validity, z.literal('as-shipped')]),
    default: 'as-shipped' as LetterValidity | 'as-shipped',
    advice: 'Pilih 1 sampai 60 hari atau bulan, tanpa batas waktu, atau seperti bawaan.',
  });

const plainSettings = [letterNumberFormat, letterNumberPadding, letterNumberingMode, letterPaper, letterServiceMinutes, receiptNumberFormat, bankMatchDays, pbbCollectionTarget, pbbPaymentPlaces] as readonly KnownSetting<unknown>[];

const letterTypes = new Map<string, string>();

/** Makes the overrides of one letter type known; called by letters for every type it ships. */
export function defineLetterTypeSettings(code: string, title: string): void {
  letterTypes.set(code, title);
}

/** Every setting there is, in the order of the screen. */
export function allSettings(): KnownSetting<unknown>[] {
  const ofTypes = [...letterTypes].flatMap(([code, title]) => [letterTypeClassification(code, title), letterTypeValidity(code, title)]);
  return [...plainSettings, ...(ofTypes as KnownSetting<unknown>[])];
}

/** The setting of `key`, or undefined when there is none. */
export const knownSetting = (key: string): KnownSetting<unknown> | undefined => allSettings().find((known) => known.key === key);
