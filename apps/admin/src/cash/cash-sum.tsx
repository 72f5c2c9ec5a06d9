import type { ReactNode } from 'react';
import { clock } from '../parts/words.js';
import { cashAge } from './age.js';
import { rupiah } from './cash-data.js';

interface Props { label: string; amount: number; receipts: number; oldestAt: string | null; readAt: number; acts?: ReactNode; children?: ReactNode }

/** Cash in hand comes first: the figure, how many receipts, since when. */
export function CashSum({ label, amount, receipts, oldestAt, readAt, acts, children }: Props) {
  const age = oldestAt ? cashAge(oldestAt, new Date()) : null;
  return (
    <section className={`cash-sum cash-sum-${age?.tone ?? 'none'}`} aria-label={label}>
      <div>
        <h2 className="cash-sum-label">{label}</h2>
        <p className="due-sum">{rupiah(amount)}</p>
        <p className="cash-sum-note">{receipts === 0 ? 'Tidak ada uang yang menunggu disetor' : `${receipts} kuitansi${age ? `, paling lama ${age.words}` : ''}`}{age?.tone === 'wait' ? ', lewat 24 jam' : age?.tone === 'bad' ? ', lewat 7 hari' : ''}. Pukul {clock(new Date(readAt))} WIB.</p>
        {children}
      </div>
      {acts}
    </section>
  );
}
