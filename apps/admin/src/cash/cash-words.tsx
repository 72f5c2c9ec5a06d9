import { Ban, CircleCheck, Clock, ClockAlert, Hourglass, Landmark, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { DepositState, PaymentState } from '../api/contract.js';
import { Chip, type Tone } from '../parts/chip.js';
import { cashAge } from './age.js';

type Look = readonly [Tone, LucideIcon, string];

/** Where the money of a receipt is. LUNAS is only what the bank has shown. */
const PAYMENT: Record<PaymentState, Look> = {
  'in-hand': ['wait', Hourglass, 'MENUNGGU SETOR'],
  listed: ['act', Clock, 'SEDANG DISETOR'],
  deposited: ['wait', Landmark, 'DISETOR'],
  settled: ['done', CircleCheck, 'LUNAS'],
  reversed: ['none', Ban, 'DIBATALKAN'],
};

const DEPOSIT: Record<DepositState, Look> = {
  listed: ['act', Clock, 'MENUNGGU KONFIRMASI'],
  confirmed: ['wait', Landmark, 'DISETOR'],
  settled: ['done', CircleCheck, 'LUNAS'],
  cancelled: ['none', Ban, 'DIBATALKAN'],
};

const wordsOf = <K extends string>(looks: Record<K, Look>) => (Object.keys(looks) as K[]).map((value) => ({ value, label: looks[value][2] }));
export const PAYMENT_OPTIONS = wordsOf(PAYMENT);
export const DEPOSIT_OPTIONS = wordsOf(DEPOSIT);

export function PaymentChip({ state }: { state: PaymentState }) {
  const [tone, icon, words] = PAYMENT[state];
  return <Chip tone={tone} icon={icon}>{words}</Chip>;
}

export function DepositChip({ state }: { state: DepositState }) {
  const [tone, icon, words] = DEPOSIT[state];
  return <Chip tone={tone} icon={icon}>{words}</Chip>;
}

/** How long cash has waited: brown after a day, red after a week, each with its own sign. */
export function Age({ since }: { since: string | null }) {
  if (!since) return <span className="quiet">–</span>;
  const { words, tone } = cashAge(since, new Date());
  if (tone === 'none') return <span className="age">{words}</span>;
  const Icon = tone === 'bad' ? TriangleAlert : ClockAlert;
  return <span className={`age age-${tone}`}><Icon size={14} strokeWidth={1.9} aria-hidden="true" />{words}<span className="sr-only">{tone === 'bad' ? ', lewat 7 hari' : ', lewat 24 jam'}</span></span>;
}
