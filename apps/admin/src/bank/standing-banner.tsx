import { useQuery } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import type { Standing } from '../api/contract.js';
import { count } from '../parts/words.js';
import { standingOf } from './bank-data.js';
import { AGE_WORDS, driftSum, oldestAge, suspenseSum } from './standing.js';
import { rupiahWords } from './rupiah-words.js';

/** What the bank has and the books have not, and the other way round; above the work it asks for. */
export function StandingBanner() {
  const { data } = useQuery(standingOf);
  if (!data) return <div className="standing standing-empty" aria-busy="true"><span className="sr-only">Memuat</span></div>;
  const suspense = suspenseSum(data.suspense);
  const waits = suspense.lines > 0 || data.drift.length > 0 || data.waiting > 0;
  const Icon = waits ? TriangleAlert : CircleCheck;
  const oldest = oldestAge(data.suspense);
  return (
    <section className={waits ? 'standing standing-waits' : 'standing'} aria-label="Selisih bank dan buku">
      <div>
        <p className="standing-title"><Icon size={16} strokeWidth={1.9} aria-hidden="true" />{waits ? 'Bank dan buku belum sama' : 'Bank dan buku sama'}</p>
        <p className="standing-note">{suspense.lines > 0 ? `${count(suspense.lines)} mutasi perlu dicocokkan${oldest ? `, tertua ${AGE_WORDS[oldest]}` : ''}` : 'Semua mutasi sudah dikenali'}</p>
      </div>
      <div>
        <p className="standing-note">Ada di bank, belum dikenali</p>
        <p className="standing-sum">{rupiahWords(suspense.amount)} <span>{count(suspense.linesIn)} mutasi masuk{suspense.linesOut > 0 && `, ${count(suspense.linesOut)} keluar ${rupiahWords(suspense.amountOut)}`}</span></p>
      </div>
      <Link to="/pbb/bank/setoran?keadaan=open" className="standing-link">
        <p className="standing-note">Ada di buku, belum ada di bank</p>
        <p className="standing-sum">{rupiahWords(data.waitingAmount)} <span>{count(data.waiting)} setoran</span></p>
      </Link>
      <Books standing={data} />
    </section>
  );
}

function Books({ standing }: { standing: Standing }) {
  return (
    <Link to="/pbb/bank/harian" className="standing-link">
      <p className="standing-note">Buku kabupaten dan buku desa</p>
      <p className="standing-sum">{standing.drift.length === 0 ? <>Sama <span>{rupiahWords(standing.claimed)}</span></> : <>{rupiahWords(driftSum(standing.drift))} <span>selisih di {count(standing.drift.length)} desa</span></>}</p>
    </Link>
  );
}
