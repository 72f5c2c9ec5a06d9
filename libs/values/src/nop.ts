import type { Branded } from './brand.js';
import { parseDigits } from './identity-digits.js';
import { type Parsed, parsed, type Warning } from './parsed.js';

/**
 * Nomor Objek Pajak: 18 digits, kept as text (beyond 2^53) = province 2, regency 2, district 3, village 3, block 3,
 * sequence 4, kind 1 (PER-12/PJ/2010). District and village are the tax office's own codes, not Kemendagri's.
 */
export type Nop = Branded<'Nop'>;

const WORDS = { code: 'NOP', label: 'NOP', length: 18 } as const;

/** 0 and 9 (joint object) come from SISMIOP, 7 and 8 from registers before it (SE-25/PJ.6/2006). */
const KNOWN_KINDS = '0789';

/**
 * Reads a NOP with or without separators. Refused: `NOP_EMPTY`, `NOP_NOT_DIGITS`, `NOP_LENGTH`, `NOP_ALL_ZERO`.
 * A numeric spreadsheet cell has always lost digits: refuse it before calling.
 */
export function parseNop(raw: string): Parsed<Nop> {
  const result = parseDigits(raw, WORDS);
  return result.ok ? parsed(result.value as Nop) : result;
}

/** Doubts about an accepted NOP: `NOP_KIND_UNKNOWN` when its last digit is none of 0, 7, 8, 9. */
export function nopWarnings(nop: Nop): Warning[] {
  if (KNOWN_KINDS.includes(nop.slice(17))) return [];
  return [{ code: 'NOP_KIND_UNKNOWN', message: 'Angka terakhir NOP biasanya 0, 7, 8 atau 9.' }];
}

/** `35.07.130.005.012-0045.0`. */
export function formatNop(nop: Nop): string {
  return `${nopVillagePart(nop)}.${nop.slice(10, 13)}-${nop.slice(13, 17)}.${nop.slice(17)}`;
}

/** `35.07.130.005.***-****.0`: block and sequence would lead to the owner (UU 1/2022 Ps.103). */
export function maskNop(nop: Nop): string {
  return `${nopVillagePart(nop)}.***-****.${nop.slice(17)}`;
}

/** The ten digits that name a village at the tax office; the catalogue of prefixes maps them to our village. */
export function nopPrefix(nop: Nop): string {
  return nop.slice(0, 10);
}

function nopVillagePart(nop: Nop): string {
  return `${nop.slice(0, 2)}.${nop.slice(2, 4)}.${nop.slice(4, 7)}.${nop.slice(7, 10)}`;
}
