import { StandingBanner } from '../bank/standing-banner.js';
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import type { CashReport, TaxReport } from '../api/contract.js';
import { Bars, Broken } from '../parts/states.js';
import { count } from '../parts/words.js';
import { Share } from '../reports/bullet.js';
import { placeTitle } from '../reports/place-words.js';
import { useReport } from '../reports/report-data.js';
import { heldFor, percent, shortRupiah } from '../reports/report-words.js';
import { useMay } from '../session/session.js';
import '../bank/bank.css';
import '../reports/reports.css';

const MOST_SHOWN = 5;

/** Where the regency and its districts look first: money held too long, then who is behind with land tax. */
export function LookToday() {
  const may = useMay();
  const cash = useReport<CashReport>('undeposited-cash', { hours: 24 });
  const tax = useReport<TaxReport>('pbb', {});
  if (cash.isPending || tax.isPending) return <Bars lines={6} />;
  if (cash.isError) return <Broken error={cash.error} retry={() => void cash.refetch()} />;
  if (tax.isError) return <Broken error={tax.error} retry={() => void tax.refetch()} />;
  const { rows, total } = cash.data;
  const ranked = tax.data.rows.filter(({ rank }) => rank !== null);
  const { figures } = tax.data.scope;
  return (
    <>
    {may('bank.read') && <StandingBanner />}
    <div className="look-columns">
      <section>
        <div className="section-head"><h2 className="section-title">Uang ditahan lebih dari 24 jam</h2><Link to="/laporan/kas">Semua uang belum disetor</Link></div>
        {rows.length === 0 ? <p className="look-none"><CircleCheck size={16} aria-hidden="true" /> Tidak ada. Semua uang yang lebih lama dari 24 jam sudah disetor.</p> : (
          <>
            <p className="report-note">{count(rows.length)} desa, {shortRupiah(total.overDay)}; {total.overWeek > 0 ? `${shortRupiah(total.overWeek)} lebih dari 7 hari` : 'belum ada yang lebih dari 7 hari'}</p>
            <ul className="look-list">
              {rows.slice(0, MOST_SHOWN).map((row) => {
                const late = row.overWeek > 0;
                const Icon = late ? CircleAlert : TriangleAlert;
                return (
                  <li key={row.code}><Link to={`/laporan/kas?wilayah=${row.code}`}>
                    <Icon size={16} className={late ? 'look-late' : 'look-wait'} aria-hidden="true" />
                    <b>{placeTitle(row)}, sudah {heldFor(row.oldest ?? '', new Date())}</b>
                    <span className="look-sum">{shortRupiah(row.overDay)}</span>
                    <small>Kecamatan {row.districtName}{row.books.length > 0 && `, buku ${row.books.join(', ')}`}</small>
                  </Link></li>
                );
              })}
            </ul>
          </>
        )}
      </section>
      <section>
        <div className="section-head"><h2 className="section-title">PBB {tax.data.period}</h2><Link to="/laporan/pbb">Laporan lengkap</Link></div>
        {figures.bills === 0 ? <p className="look-none">Belum ada tagihan tahun pajak {tax.data.period}.</p> : (
          <>
            <p className="report-note">{shortRupiah(figures.opening + figures.received)} dari {shortRupiah(figures.assessed)} terkumpul ({percent(figures.percent)}). {ranked.length > MOST_SHOWN ? 'Yang paling tertinggal:' : ''}</p>
            <ol className="behind-list">
              {ranked.slice(-MOST_SHOWN).toReversed().map((row) => (
                <li key={row.code}><Link to={`/laporan/pbb?wilayah=${row.code}`}>{row.kind === 'district' ? row.name : placeTitle(row)}</Link><Share value={row.figures.percent} target={tax.data.target} /></li>
              ))}
            </ol>
          </>
        )}
      </section>
    </div>
    </>
  );
}
