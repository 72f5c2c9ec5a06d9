import { z } from 'zod';
import { line } from './letter-document.js';

/**
 * The data of one printed receipt for land tax (TTS), as `layouts/receipt.typ` reads it. Everything on paper is here as
 * finished text; the layout alone decides sheet and breaks. Values of registers that cannot be printed are the caller's to replace.
 */
export const receiptDocumentSchema = z.strictObject({
  /** Becomes the file's creation date: same data, same bytes. */
  createdAt: z.iso.datetime({ offset: true }),
  /** "PEMERINTAH DESA PUJON KIDUL" and "Kecamatan Pujon, Kabupaten Malang". */
  letterhead: z.strictObject({ office: line, place: line }),
  title: line,
  /** What it is not: "PBB-P2, bukan bukti lunas". */
  subtitle: line,
  number: line,
  /** Time, payer, collector: label and value. */
  facts: z.array(z.strictObject({ label: line, value: line })).min(1).max(6),
  /** One for each object and year; amounts without "Rp". `note` says how the penalty came about, `2% × 24 bln`. */
  lines: z.array(z.strictObject({ nop: line, name: line, year: line, principal: line, penalty: line, note: line.nullable(), sum: line })).min(1),
  totals: z.strictObject({ principal: line, penalty: line, sum: line }),
  /** "Rp402.094", and the same in words. */
  amount: line,
  inWords: line,
  /** Where the money is, the first words bold. */
  statement: z.strictObject({ lead: line, text: line }),
  payer: z.strictObject({ heading: line, name: line }),
  collector: z.strictObject({ heading: line, name: line }),
  /** Capitals only makes the smaller symbol (`qrSvg`). */
  verificationUrl: line,
  /** What the QR shows and which host must open. */
  advice: line,
  footer: line,
});

export type ReceiptDocument = z.infer<typeof receiptDocumentSchema>;
