import type { ImportRun, TaxListPart } from '../api/contract.js';
import type { Readiness } from '../list-import/import-bar.js';
import { count } from '../parts/words.js';

/** Bills a part opens, replaces or marks as paid. */
export function billsOf({ counts }: Pick<TaxListPart, 'counts'>): number {
  return counts.accepted + counts.changed + counts.settles;
}

/** What is ready to be written before the release, what was written after it, and why it is not all. */
export function readinessOf(run: ImportRun | undefined, parts: readonly TaxListPart[] | undefined): Readiness | undefined {
  if (!run || !parts) return undefined;
  const state = run.state === 'checked' ? 'checked' : run.state === 'reversed' ? 'reversed' : 'applied';
  const written = (part: TaxListPart) => part.state === state || (run.state === 'applying' && part.state === 'checked');
  const open = parts.filter((part) => part.state === 'unconfirmed').length;
  return { writing: parts.filter(written).reduce((sum, part) => sum + billsOf(part), 0), waits: open > 0 ? `setelah desa untuk ${count(open)} kode ditetapkan` : null };
}

const URGENCY: Record<TaxListPart['state'], number> = { unconfirmed: 0, refused: 1, checked: 2, applied: 2, reversed: 2 };

/** What somebody must look at first, then by prefix. */
export function byUrgency(parts: readonly TaxListPart[]): TaxListPart[] {
  return parts.toSorted((a, b) => URGENCY[a.state] - URGENCY[b.state] || Number(a.proposedVillage !== null) - Number(b.proposedVillage !== null) || a.prefix.localeCompare(b.prefix));
}
