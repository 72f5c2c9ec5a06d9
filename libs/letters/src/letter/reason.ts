import { type FieldError, invalidFields } from '#platform';
import { nameTokens } from '#residents';
import { parseTyped } from './typed-text.js';

const LONGEST = 300;
const SHORTEST = 3;

/** Why an act was done, one printable line. @throws DomainError 422 naming `reason` */
export function readReason(raw: string): string {
  const reason = readLine('reason', raw);
  if (reason.length < SHORTEST) throw refused('reason', 'REQUIRED', 'Tulis alasannya.');
  return reason;
}

/**
 * A reason that whoever scans the QR code will read: it may name neither the applicant nor anybody's number.
 * @throws DomainError 422 naming `reason`
 */
export function readPublicReason(raw: string, applicantName: string): string {
  const reason = readReason(raw);
  const names = new Set(nameTokens(applicantName).filter((word) => word.length > 2));
  const personal = /\d[\d .-]{7,}\d/.test(reason) || nameTokens(reason).some((word) => names.has(word));
  if (personal) throw refused('reason', 'REASON_IS_PERSONAL', 'Alasan ini dibaca siapa pun yang memindai QR. Jangan sebut nama atau nomor pemohon.');
  return reason;
}

/** A remark for the desk; null when nothing was written. */
export function readNote(raw: string | undefined): string | null {
  return raw === undefined ? null : readLine('note', raw) || null;
}

function readLine(field: string, raw: string): string {
  const text = parseTyped(raw);
  if (!text.ok) throw refused(field, text.code, text.message);
  if (text.value.length > LONGEST) throw refused(field, 'TOO_LONG', `Paling banyak ${LONGEST} huruf.`);
  return text.value;
}

const refused = (field: string, code: string, message: string) => invalidFields([{ field, code, message } satisfies FieldError]);
