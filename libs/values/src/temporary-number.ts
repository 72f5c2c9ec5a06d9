import { isKnownProvince } from './identity-digits.js';

/** Highest sequence that fits the five digits of a temporary number. */
export const LAST_TEMPORARY_SEQUENCE = 99_999;

/**
 * `0` + village code (10 digits) + 5-digit sequence: the stand-in for a NIK or family number that is not issued
 * yet (practice of OpenSID; no regulation exists, domain §2.1). No issued number starts with 0.
 * `villageCode` with or without dots; sequence 1…99.999.
 * @throws RangeError for another code or sequence.
 */
export function makeTemporaryNumber(villageCode: string, sequence: number): string {
  const village = villageCode.replaceAll('.', '');
  if (!/^\d{6}[1-3]\d{3}$/.test(village)) throw new RangeError('VILLAGE_CODE_INVALID');
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > LAST_TEMPORARY_SEQUENCE) {
    throw new RangeError('TEMPORARY_SEQUENCE_OUT_OF_RANGE');
  }
  return `0${village}${String(sequence).padStart(5, '0')}`;
}

/** Whether 16 digits have the shape of a temporary number of any village. */
export function isTemporaryNumber(digits: string): boolean {
  return /^0\d{6}[1-3]\d{8}$/.test(digits) && isKnownProvince(digits.slice(1)) && !digits.endsWith('00000');
}
