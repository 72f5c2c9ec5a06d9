import { Link } from 'react-router';
import type { TaxReport } from '../api/contract.js';
import { count } from '../parts/words.js';
import { Share } from './bullet.js';
import { placeLink } from './place-words.js';
import { useReportChoice } from './report-data.js';
import { points } from './report-words.js';

/** The places below from most to least collected: bar, share and money in one row. */
export function TaxRanking({ report }: { report: TaxReport }) {
  const choice = useReportChoice();
  const { rows, target, scope } = report;
  const below = scope.kind === 'regency' ? 'kecamatan' : 'desa';
  const withBills = rows.filter(({ rank }) => rank !== null);
  const without = rows.length - withBills.length;
  return (
    <>
      <div className="section-head"><h2 className="section-title">Urutan {below}</h2>{target !== null && <span className="report-note">garis tegak = target {target}%</span>}</div>
      <div className="ranking" tabIndex={0} role="region" aria-label={`Urutan ${below}`}>
        <table className="plain-table">
          <thead><tr><th className="money">No.</th><th>{below === 'desa' ? 'Desa' : 'Kecamatan'}</th><th>Terkumpul</th><th className="money">Baku (Rp)</th><th className="money">Sisa (Rp)</th><th className="money">Beda setahun</th></tr></thead>
          <tbody>
            {withBills.map(({ code, name, rank, figures, before }) => (
              <tr key={code}>
                <td data-label="No." className="money cell-quiet">{rank}</td>
                <td><Link className="cell-name" to={placeLink('/laporan/pbb', code, choice)}>{name}</Link></td>
                <td data-label="Terkumpul"><Share value={figures.percent} target={target} /></td>
                <td data-label="Baku (Rp)" className="money">{count(figures.assessed)}</td>
                <td data-label="Sisa (Rp)" className="money">{count(figures.remaining)}</td>
                <td data-label="Beda setahun" className="money cell-quiet">{points(figures.percent, before.percent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {without > 0 && <p className="report-note">{without === 1 ? `Satu ${below}` : `${count(without)} ${below}`} belum mempunyai tagihan tahun pajak ini.</p>}
      </div>
    </>
  );
}
