import { useQuery } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { Standing } from '../api/contract.js';
import { Chip } from '../parts/chip.js';
import { Bars, Broken } from '../parts/states.js';
import { clock, count, whenFull } from '../parts/words.js';
import { standingOf } from './bank-data.js';
import { rupiahWords } from './rupiah-words.js';
import { AGE_WORDS, driftSum, suspenseSum } from './standing.js';

/** How it stands now, whatever the day above: what nobody recognised, and whether both books say the same. */
export function StandingTables() {
  const { data, error, isPending, refetch } = useQuery(standingOf);
  if (isPending) return <Bars lines={6} />;
  if (!data) return <Broken error={error} retry={() => void refetch()} />;
  return (
    <div className="standing-columns">
      <section><h2 className="section-title">Belum dikenali menurut umur</h2><Ages standing={data} /></section>
      <section><h2 className="section-title">Buku kabupaten dan buku desa</h2><Books standing={data} /><p className="quiet standing-at">Keadaan pukul {clock(data.at)} WIB</p></section>
    </div>
  );
}

function Ages({ standing: { suspense } }: { standing: Standing }) {
  const sum = suspenseSum(suspense);
  return (
    <table className="plain-table">
      <thead><tr><th>Umur</th><th className="money">Masuk</th><th className="money">Jumlah (Rp)</th><th className="money">Keluar</th><th className="money">Jumlah (Rp)</th></tr></thead>
      <tbody>{suspense.map(({ age, lines, amount, linesOut, amountOut }) => (
        <tr key={age}><td>{AGE_WORDS[age]}</td><td className="money" data-label="Masuk">{count(lines)}</td><td className="money" data-label="Jumlah (Rp)">{count(amount)}</td><td className="money" data-label="Keluar">{count(linesOut)}</td><td className="money" data-label="Jumlah (Rp)">{count(amountOut)}</td></tr>
      ))}</tbody>
      <tfoot><tr><td>Jumlah</td><td className="money" data-label="Masuk">{count(sum.linesIn)}</td><td className="money" data-label="Jumlah (Rp)">{count(sum.amount)}</td><td className="money" data-label="Keluar">{count(sum.linesOut)}</td><td className="money" data-label="Jumlah (Rp)">{count(sum.amountOut)}</td></tr></tfoot>
    </table>
  );
}

function Books({ standing: { claimed, settled, drift } }: { standing: Standing }) {
  return (
    <>
      <dl className="books">
        <div><dt>Tercocokkan di buku kabupaten</dt><dd>{rupiahWords(claimed)}</dd></div>
        <div><dt>LUNAS di buku semua desa</dt><dd>{rupiahWords(settled)}</dd></div>
      </dl>
      {drift.length === 0 ? <p className="books-verdict"><Chip tone="done" icon={CircleCheck}>SAMA</Chip>{claimed !== settled && ' Desa sedang membukukan yang baru saja dicocokkan.'}</p> : (
        <>
          <p className="books-verdict"><Chip tone="bad" icon={TriangleAlert}>SELISIH {rupiahWords(driftSum(drift))}</Chip> Lebih dari satu menit di {count(drift.length)} desa. Hubungi pengelola sistem.</p>
          <table className="plain-table">
            <thead><tr><th>Desa</th><th className="money">Kabupaten (Rp)</th><th className="money">Desa (Rp)</th><th className="money">Selisih (Rp)</th><th>Sejak</th></tr></thead>
            <tbody>{drift.map((row) => <tr key={row.village}><td><b>{row.villageName}</b> <span className="quiet">{row.village}</span></td><td className="money" data-label="Kabupaten (Rp)">{count(row.claimed)}</td><td className="money" data-label="Desa (Rp)">{count(row.settled)}</td><td className="money" data-label="Selisih (Rp)">{count(row.difference)}</td><td data-label="Sejak">{row.since ? whenFull(row.since) : '–'}</td></tr>)}</tbody>
          </table>
        </>
      )}
    </>
  );
}
