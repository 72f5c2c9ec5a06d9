import type { Rupiah } from '#values';

/** Upper ends of books I to IV in rupiah; book V has none. SISMIOP's classes, by what must be paid. */
const UPPER_ENDS: readonly Rupiah[] = [100_000n, 500_000n, 2_000_000n, 5_000_000n];

/** Buku I–V of a bill as 1–5, by what must be paid; 0 for a bill of nothing, which is NIHIL and in no book. */
export function taxBook(amount: Rupiah): number {
  if (amount === 0n) return 0;
  const place = UPPER_ENDS.findIndex((end) => amount <= end);
  return place < 0 ? UPPER_ENDS.length + 1 : place + 1;
}
