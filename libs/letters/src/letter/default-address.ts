import type { LetterField } from '../letter-type/letter-type.js';
import type { Home } from './applicant.js';

/**
 * What a field prints that starts as the applicant's home. The address as the register has it, which clients may send, stands
 * for the whole home, so that the sentence and the list of particulars say the same; any other is printed as it was typed.
 */
export function defaultAddress(field: LetterField, typed: string, home: Home | null): string {
  return field.default === 'address' && home && alike(typed) === alike(home.recorded) ? home.printed : typed;
}

/** Neither case nor width of spaces makes it another address. */
const alike = (text: string): string => text.trim().replace(/\s+/g, ' ').toUpperCase();
