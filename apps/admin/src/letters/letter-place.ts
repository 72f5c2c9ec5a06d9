import type { Letter, LetterStatus } from '../api/contract.js';

/** Letters whose way has ended: the archive. */
export const CLOSED: readonly LetterStatus[] = ['issued', 'voided', 'replaced', 'rejected'];

export interface LetterPlace { readonly to: string; readonly word: string }

/** The list in which this person finds the letter. Who only asks for letters has one list of his own, whatever became of them. */
export function placeOf(letter: Pick<Letter, 'status' | 'actions'>, mayRead: boolean): LetterPlace {
  if (!mayRead) return { to: '/surat', word: 'Yang saya ajukan' };
  if (CLOSED.includes(letter.status)) return { to: '/surat/arsip', word: 'Arsip surat' };
  if (letter.actions.includes('approve')) return { to: '/surat/persetujuan', word: 'Persetujuan' };
  return { to: '/surat', word: 'Antrean' };
}
