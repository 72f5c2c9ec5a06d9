import { Ban, CircleCheck, CircleDashed, CircleMinus, CircleX, Hourglass, Landmark, type LucideIcon } from 'lucide-react';
import type { Bill, BillDetail, BillStatus } from '../api/contract.js';
import { Chip, type Tone } from '../parts/chip.js';
import { titleCase, today } from '../parts/words.js';

/** Where a bill's money is, as everybody calls it: village, tax office and villager. */
export const STATUS_WORDS: Record<BillStatus, string> = {
  unpaid: 'BELUM DIBAYAR', 'with-collector': 'DIBAYAR KE PETUGAS', deposited: 'DISETOR', settled: 'LUNAS', nil: 'NIHIL', closed: 'DIBATALKAN/DIGANTI',
};

const LOOK: Record<BillStatus, readonly [Tone, LucideIcon]> = {
  unpaid: ['bad', CircleX], 'with-collector': ['wait', Hourglass], deposited: ['wait', Landmark], settled: ['done', CircleCheck], nil: ['none', CircleMinus], closed: ['none', Ban],
};

/** Before its due date an unpaid bill is grey, after it red. */
export function BillChip({ bill, closedAs = null }: { bill: Pick<Bill, 'status' | 'dueOn'>; closedAs?: BillDetail['cycles'][number]['closedAs'] }) {
  const early = bill.status === 'unpaid' && today() <= bill.dueOn;
  const [tone, icon] = early ? ['none', CircleDashed] as const : LOOK[bill.status];
  return <Chip tone={tone} icon={icon}>{closedAs ? CLOSED_WORDS[closedAs] : STATUS_WORDS[bill.status]}</Chip>;
}

export const CLOSED_WORDS = { superseded: 'DIGANTI', withdrawn: 'DIBATALKAN' } as const;

/** `DSN KRAJAN RT 003 RW 001` → `Dsn Krajan RT 003 RW 001`. */
export function addressWords(address: string | null): string {
  return titleCase(address).replace(/\b(Rt|Rw)\b/g, (word) => word.toUpperCase());
}

/** Buku I–V; a bill of nothing is in no book. */
export const BOOKS = ['–', 'I', 'II', 'III', 'IV', 'V'] as const;
