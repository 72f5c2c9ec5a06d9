import { hash } from 'node:crypto';

/** Crockford's: none of them is taken for another when it is read aloud or copied from a screen. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/**
 * `7K2M-9ZPX`: what a villager writes down to ask after his report. It follows from the report's id, so that a form sent
 * twice gives the same number, and neither says how many reports there are nor leads to another's.
 */
export function caseNumber(id: string): string {
  const bytes = hash('sha256', `payment dispute ${id}`, 'buffer');
  const digits = Array.from(bytes.subarray(0, LENGTH), (byte) => DIGITS[byte % DIGITS.length]).join('');
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}

/** A number as people type it, in the form it is kept in; null when it is none. Letters that are no digits are what they look like. */
export function readCaseNumber(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s.-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return plain.length === LENGTH && [...plain].every((digit) => DIGITS.includes(digit)) ? `${plain.slice(0, 4)}-${plain.slice(4)}` : null;
}
