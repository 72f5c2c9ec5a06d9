/** Crockford's digits: none of them is taken for another when a teller types them. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const MARK = 'PB';
const UNIT_DIGITS = 2;
const NUMBER_DIGITS = 5;

/** Deposits one village may make before their references would repeat. */
export const MOST_DEPOSITS = DIGITS.length ** NUMBER_DIGITS;

/**
 * What a collector writes into the remark of the transfer: mark, village, number and a check digit, ten characters in all
 * (`PB0A0000F7`), because a bank keeps little of a remark and people mistype it.
 * @param unitId of the village @param number of the deposit in the village, from 1
 * @throws RangeError beyond what the digits hold
 */
export function depositReference(unitId: number, number: number): string {
  const body = digits(unitId, UNIT_DIGITS) + digits(number, NUMBER_DIGITS);
  return MARK + body + checkDigit(body);
}

/** The references in a remark, in capitals or not, with or without spaces and hyphens inside; those whose check digit is wrong are none. */
export function referencesIn(remark: string): string[] {
  const found = remark.toUpperCase().matchAll(/(?<![0-9A-Z])P\s?B(?:[\s-]?[0-9A-HJKMNP-TV-Z]){8}(?![0-9A-Z])/g);
  return [...new Set([...found].map(([text]) => text.replace(/[\s-]/g, '')))].filter((reference) => {
    const body = reference.slice(MARK.length, -1);
    return checkDigit(body) === reference.at(-1);
  });
}

function digits(value: number, length: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value >= DIGITS.length ** length) throw new RangeError('REFERENCE_TOO_LARGE');
  let [text, rest] = ['', value];
  for (let place = 0; place < length; place++) {
    text = (DIGITS[rest % DIGITS.length] ?? '') + text;
    rest = Math.floor(rest / DIGITS.length);
  }
  return text;
}

/** Luhn modulo 32: finds every single wrong digit and nearly every two that changed places. */
function checkDigit(body: string): string {
  let sum = 0;
  for (let place = 0; place < body.length; place++) {
    const digit = DIGITS.indexOf(body[body.length - 1 - place] ?? '');
    const doubled = place % 2 === 0 ? digit * 2 : digit;
    sum += Math.floor(doubled / DIGITS.length) + (doubled % DIGITS.length);
  }
  return DIGITS[(DIGITS.length - (sum % DIGITS.length)) % DIGITS.length] ?? '';
}
