import { nameWarnings, parseName } from '#values';
import { RESIDENT_ISSUES } from './import-issue.js';
import { fieldLabel } from './resident-columns.js';
import { readWords } from './read-text.js';
import type { RowInCheck } from './row-in-check.js';

/** The person's name; the row is out without a readable one. Digits or `(ALM)` in it are a warning. */
export function readName(row: RowInCheck): string | null {
  const name = parseName(readWords(row, 'name') ?? '');
  if (!name.ok) return row.reject('name', RESIDENT_ISSUES.knows(name.code) ? name.code : 'NAME_CHARACTER', name.message);
  for (const { code, message } of nameWarnings(name.value)) if (RESIDENT_ISSUES.knows(code)) row.warn('name', code, message);
  return name.value;
}

/** A parent's name, mostly copied from old papers: `(ALM)` and the like pass, an unreadable one is dropped with a warning. */
export function readParentName(row: RowInCheck, column: 'fatherName' | 'motherName'): string | null {
  const words = readWords(row, column);
  if (words === null) return null;
  const name = parseName(words);
  return name.ok ? name.value : row.warn(column, 'PARENT_NAME_DROPPED', `${fieldLabel(column)} tidak terbaca; dikosongkan.`);
}
