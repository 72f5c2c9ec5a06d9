import { Link } from 'react-router';
import type { Collector } from '../api/contract.js';
import { cashAge } from './age.js';
import { rupiah } from './cash-data.js';
import { Age } from './cash-words.js';

/** One card for each who holds cash, the oldest first: red is where to look. */
export function CollectorCash({ collectors }: { collectors: readonly Collector[] }) {
  if (collectors.length === 0) return null;
  const now = new Date();
  return (
    <ul className="cash-cards" aria-label="Uang menurut petugas">
      {collectors.toSorted((a, b) => ((a.oldestAt ?? '') < (b.oldestAt ?? '') ? -1 : 1)).map((collector) => (
        <li key={collector.id}>
          <Link to={`/pbb/petugas/${collector.id}`} className={`cash-card cash-card-${collector.oldestAt ? cashAge(collector.oldestAt, now).tone : 'none'}`}>
            <b>{collector.name}</b><b className="cash-card-sum">{rupiah(collector.cashInHand)}</b>
            <span>Buku {collector.bookCode}, {collector.receiptsInHand} kuitansi</span><Age since={collector.oldestAt} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
