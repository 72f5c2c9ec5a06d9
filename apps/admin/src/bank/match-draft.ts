import type { NamedDeposit, StatementLine } from '../api/contract.js';
import { count } from '../parts/words.js';
import { rupiahWords } from './rupiah-words.js';

/** Lines and deposits put beside each other, not yet a decision. */
export interface MatchDraft {
  readonly lines: readonly StatementLine[];
  readonly deposits: readonly NamedDeposit[];
}

export interface DraftWords {
  /** What the button says it will do, or why it stays shut. */
  readonly button: string;
  readonly ready: boolean;
  readonly linesSum: number;
  readonly depositsSum: number;
}

const sumOf = (items: readonly { amount: number }[]): number => items.reduce((sum, { amount }) => sum + amount, 0);

/** Nothing is matched short or over: the sums are equal, or the button says what is missing. */
export function draftWords({ lines, deposits }: MatchDraft): DraftWords {
  const [linesSum, depositsSum] = [sumOf(lines), sumOf(deposits)];
  const difference = linesSum - depositsSum;
  const shut = (button: string): DraftWords => ({ button, ready: false, linesSum, depositsSum });
  if (deposits.length === 0 && lines.length < 2) return shut('Pilih setorannya dahulu');
  if (difference !== 0) return shut(`${difference < 0 ? 'Masih kurang' : 'Masih lebih'} ${rupiahWords(Math.abs(difference))}`);
  if (deposits.length === 0) return { button: `Tandai ${count(lines.length)} mutasi saling meniadakan`, ready: true, linesSum, depositsSum };
  return { button: `Cocokkan, ${count(deposits.length)} setoran jadi LUNAS`, ready: true, linesSum, depositsSum };
}

/** The deposit that is offered ticked: the likeliest, and only where it needs nothing beside it. */
export const offered = <T extends { difference: number }>(candidates: readonly T[]): readonly T[] => candidates.slice(0, 1).filter(({ difference }) => difference === 0);
