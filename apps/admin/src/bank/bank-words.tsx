import { Ban, CircleAlert, CircleCheck, CircleHelp, CopyX, Hourglass, Scale, type LucideIcon } from 'lucide-react';
import type { ExpectedReceipt, StatementLine } from '../api/contract.js';
import { Chip, type Tone } from '../parts/chip.js';

type Look = readonly [Tone, LucideIcon, string];

/** What a line of a statement turned out to be. */
const LINE: Record<StatementLine['verdict'], Look> = {
  UNMATCHED: ['wait', CircleHelp, 'BELUM DIKENALI'],
  AMOUNT_MISMATCH: ['bad', Scale, 'SELISIH JUMLAH'],
  DUPLICATE_PAYMENT: ['bad', CopyX, 'BAYAR GANDA'],
  SETTLED: ['done', CircleCheck, 'TERCOCOKKAN'],
  REVERSED: ['none', Ban, 'DIBATALKAN BANK'],
};

/** Whether the bank shows a deposit. */
const EXPECTED: Record<ExpectedReceipt['verdict'], Look> = {
  WAITING: ['wait', Hourglass, 'MENUNGGU BANK'],
  MISSING_AT_BANK: ['bad', CircleAlert, 'BELUM ADA DI BANK'],
  AMOUNT_MISMATCH: ['bad', Scale, 'SELISIH JUMLAH'],
  SETTLED: ['done', CircleCheck, 'LUNAS'],
};

const wordsOf = <K extends string>(looks: Record<K, Look>) => (Object.keys(looks) as K[]).map((value) => ({ value, label: looks[value][2] }));
export const LINE_VERDICTS = wordsOf(LINE);
export const EXPECTED_VERDICTS = wordsOf(EXPECTED);

export function LineChip({ verdict }: Pick<StatementLine, 'verdict'>) {
  const [tone, icon, words] = LINE[verdict];
  return <Chip tone={tone} icon={icon}>{words}</Chip>;
}

/** The bills of a deposit are LUNAS once the village has posted its side. */
export function ExpectedChip({ verdict, settled }: Pick<ExpectedReceipt, 'verdict' | 'settled'>) {
  const [tone, icon, words] = EXPECTED[verdict];
  return <Chip tone={tone} icon={icon}>{verdict === 'SETTLED' && !settled ? 'TERCOCOKKAN' : words}</Chip>;
}
