import { findUnprintable } from '#values';
import { z } from 'zod';

/**
 * The data of one printed letter, as the fixed layout `layouts/letter.typ` reads it. Everything that appears on paper is
 * here as finished text: dates in words, amounts in letters, the office's own words (Kepala Desa or Lurah). An empty value
 * of the register is the caller's decision and is written "-"; an empty string is refused.
 */

/** The rule of the input forms, and no line breaks: the layout alone decides where a line ends. */
export function unprintableInLine(text: string): string | null {
  return text.includes('\n') ? '\n' : (findUnprintable(text)?.character ?? null);
}

/** One line of plain text: no line breaks, nothing unprintable, not blank. Printed literally, whatever it looks like. */
export const line = z.string().superRefine((text, context) => {
  if (text.trim() === '') return context.addIssue({ code: 'custom', message: 'empty' });
  const character = unprintableInLine(text);
  if (character !== null) context.addIssue({ code: 'custom', message: 'unprintable', params: { character } });
});

/** A piece of a paragraph. `marked` paints a freshly changed value in the draft; on an issued letter it does nothing. */
const run = z.union([line, z.strictObject({ text: line, bold: z.boolean().optional(), marked: z.boolean().optional() })]);

/** Justified text, first line indented unless `indent` is false. Spaces between runs belong to the runs. */
const paragraph = z.strictObject({ kind: z.literal('paragraph'), runs: z.array(run).min(1), indent: z.boolean().optional() });

/** Numbered `label : value` rows with aligned colons. */
const identity = z.strictObject({
  kind: z.literal('identity'),
  rows: z.array(z.strictObject({ label: line, value: line, bold: z.boolean().optional(), marked: z.boolean().optional() })).min(1),
});

/** A ruled table; its heading repeats on the next page, a row is never split. Width in mm, null takes what is left. */
const table = z
  .strictObject({
    kind: z.literal('table'),
    columns: z.array(z.strictObject({ title: line, width: z.number().positive().nullable(), align: z.enum(['left', 'center']) })).min(1),
    rows: z.array(z.array(line)).min(1),
  })
  .refine(({ columns, rows }) => rows.every((row) => row.length === columns.length), { message: 'shape', path: ['rows'] });

/** One signature. The heading's lines end at the same height in both columns; `details` are rank and NIP, `note` 8 pt. */
const signature = z.strictObject({
  heading: z.array(line).min(1),
  name: line,
  details: z.array(line).optional(),
  note: z.array(line).optional(),
});

const shared = {
  paper: z.enum(['F4', 'A4']),
  /** Becomes the file's creation date, so it must come from the letter, never from the clock: same data, same bytes. */
  createdAt: z.iso.datetime({ offset: true }),
  letterhead: z.strictObject({
    /** Authorities above the office, 14 pt: "PEMERINTAH KABUPATEN MALANG", "KECAMATAN PUJON". */
    authorities: z.array(line).min(1).max(4),
    /** The office itself, 18 pt bold, shrinks to 13 before it wraps. */
    office: line,
    /** Address, telephone, e-mail; 9.5 pt italic, one line each. */
    contact: z.array(line).max(3),
  }),
  title: line,
  body: z.array(z.discriminatedUnion('kind', [paragraph, identity, table])).min(1),
  /** The closing sentence; it and all signatures stay together on one page. */
  closing: z.array(run).min(1),
  /** The holder of the letter signs with a pen at the left, where the letter type wants it. */
  holder: signature.nullable(),
  signer: signature,
};

const issued = z.strictObject({
  ...shared,
  draft: z.literal(false),
  number: line,
  /** Address inside the QR; null leaves the box free for a pen. Capitals only makes the smaller symbol (`qrSvg`). */
  verificationUrl: line.nullable(),
  /** 8 pt under a hairline: what the QR proves and which host must open. */
  footer: line,
});

/** Not yet approved: no number, no QR, "DRAF" across every page and a footer of the layout's own. */
const draft = z.strictObject({ ...shared, draft: z.literal(true), number: z.strictObject({ before: z.string(), after: z.string() }) });

export const letterDocumentSchema = z.discriminatedUnion('draft', [issued, draft]);

export type LetterDocument = z.infer<typeof letterDocumentSchema>;
export type LetterRun = z.infer<typeof run>;
export type LetterBlock = LetterDocument['body'][number];
export type LetterSignature = z.infer<typeof signature>;

/** One family member living at the applicant's cost. `birth` = "Malang, 01-01-2004". */
export interface Dependant {
  nik: string;
  name: string;
  sex: 'L' | 'P';
  birth: string;
  relation: string;
}

/** The table of dependants of a letter of poverty (SKTM), numbered from 1; column widths in mm. */
export function dependantsTable(dependants: readonly Dependant[]): LetterBlock {
  return {
    kind: 'table',
    columns: [
      { title: 'No.', width: 9, align: 'center' },
      { title: 'NIK', width: 33, align: 'center' },
      { title: 'Nama', width: null, align: 'left' },
      { title: 'L/P', width: 9, align: 'center' },
      { title: 'Tempat, Tanggal Lahir', width: 38, align: 'left' },
      { title: 'Hubungan Keluarga', width: 29, align: 'left' },
    ],
    rows: dependants.map(({ nik, name, sex, birth, relation }, index) => [String(index + 1), nik, name, sex, birth, relation]),
  };
}
