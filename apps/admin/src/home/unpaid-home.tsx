import type { TaxReport } from '../api/contract.js';
import { Link } from 'react-router';
import { count } from '../parts/words.js';
import { useReport } from '../reports/report-data.js';
import { percent, shortRupiah } from '../reports/report-words.js';
import { UnpaidHamlets } from '../reports/unpaid-hamlets.js';

/** What the village has still to collect this year: how far it is, and where the rest lies. */
export function UnpaidHome() {
  const { data } = useReport<TaxReport>('pbb', {});
  if (!data || data.scope.figures.bills === 0) return null;
  const { figures } = data.scope;
  return (
    <section>
      <div className="section-head"><h2 className="section-title">PBB {data.period} belum dibayar</h2><Link to="/laporan/pbb">Laporan lengkap</Link></div>
      <p className="quiet">{shortRupiah(figures.remaining)} dari {shortRupiah(figures.assessed)}; terkumpul {percent(figures.percent)}.</p>
      <div className="home-unpaid">
        <div><UnpaidHamlets year={Number(data.period)} /></div>
        <div>
          <h2 className="section-title">Belum dibayar menurut buku, sekarang</h2>
          <table className="plain-table">
            <thead><tr><th>Buku</th><th className="money">Sisa (Rp)</th><th className="money">Terkumpul</th></tr></thead>
            <tbody>{data.books.filter(({ book }) => book > 0).map(({ book, figures: of }) => <tr key={book}><td className="nowrap">Buku {book}</td><td data-label="Sisa (Rp)" className="money">{count(of.remaining)}</td><td data-label="Terkumpul" className="money">{percent(of.percent)}</td></tr>)}</tbody>
          </table>
        </div>
      </div>
    </section>
  );
}
