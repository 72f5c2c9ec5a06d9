import { z } from 'zod';
import { maskName, maskNik } from '#values';

/** At most one character of each word is shown, as `maskName` leaves them. */
const maskedName = z.string().min(1).max(200).refine((name) => name.split(' ').every((word) => word.replaceAll('*', '').length <= 1), 'the name is not masked');
const maskedNik = z.string().regex(/^\*{12}(\d{4}|\*{4})$/, 'the NIK is not masked');
const text = z.string().min(1).max(300);

const shared = {
  /** 'Surat Keterangan Usaha' */
  title: text,
  number: text,
  issuedOn: z.iso.date(),
  /** 'Desa Pujon Kidul' or 'Kelurahan Kepanjen' */
  issuer: text,
  /** 'Kecamatan Pujon' */
  district: text,
  holder: maskedName,
  /** Telephone of the office, for the help beside the result. */
  phone: z.string().max(40).nullable(),
};

const letter = z.strictObject({
  ...shared,
  nik: maskedNik.nullable(),
  signer: text,
  /** 'Kepala Desa' */
  signerPosition: text,
});

/** Paper over money that somebody took: `holder` paid it. */
const receipt = z.strictObject({
  ...shared,
  kind: z.literal('receipt'),
  /** whole rupiah */
  amount: z.int().positive(),
  /** What it was paid for: '3 tagihan PBB'. */
  items: text,
  /** Who took the money. */
  receiver: text,
});

/**
 * What a stranger with the paper may learn: enough to compare it with the page, nobody's full identity.
 * Frozen when the document is published.
 */
export const publicSnapshotSchema = z.union([letter, receipt]);

export type PublicLetter = z.infer<typeof letter>;
export type PublicReceipt = z.infer<typeof receipt>;
export type PublicSnapshot = z.infer<typeof publicSnapshotSchema>;

/** The masked holder of a document: `S*** R*****`, `************0003`. */
export function maskedHolder(name: string, nik: string | null): Pick<PublicLetter, 'holder' | 'nik'> {
  return { holder: maskName(name), nik: nik === null ? null : maskNik(nik, 'public') };
}
