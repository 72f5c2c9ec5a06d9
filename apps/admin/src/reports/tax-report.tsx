import type { CashReport, TaxFigures, TaxReport } from '../api/contract.js';
import { Bars, Broken, Notice } from '../parts/states.js';
import { count, today } from '../parts/words.js';
import { useMay, useMe } from '../session/session.js';
import { ReceiptText } from 'lucide-react';
import { Share } from './bullet.js';
import { MonthChart } from './month-chart.js';
import { placeTitle, Trail } from './place-words.js';
import { filePath, useReport, useReportChoice } from './report-data.js';
import { ReportHead } from './report-head.js';
import { change, percent, shortRupiah } from './report-words.js';
import { TaxRanking } from './tax-ranking.js';
import { UnpaidHamlets } from './unpaid-hamlets.js';
import './reports.css';

const YEARS = 6;

/** Land tax: what is due, what came in, what is left; the places below ranked, further down by a click. */
export function TaxReportPage() {
  const me = useMe();
  const choice = useReportChoice();
  const query = { parent: choice.parent, on: choice.on, period: choice.period };
  const { data, error, isPending, refetch } = useReport<TaxReport>('pbb', query, choice.on === null);
  const year = Number((choice.on ?? today()).slice(0, 4));
  const periods = Array.from({ length: YEARS }, (_, back) => ({ value: String(year - back), label: `Tahun pajak ${year - back}` }));
  return (
    <div className="page report">
      <ReportHead title={data ? `Realisasi PBB ${placeTitle(data.scope)}` : 'Realisasi PBB'} choice={choice} dataAt={data?.dataAt} periods={periods} period={choice.period ?? String(year)}
        file={{ path: filePath('pbb', query), name: 'laporan-pbb.xlsx' }} trail={data && <Trail scope={data.scope} me={me} choice={choice} base="/laporan/pbb" />} />
      {isPending ? <Bars lines={10} /> : error ? <Broken error={error} retry={() => void refetch()} /> : data.scope.figures.bills === 0 ? <Notice icon={ReceiptText} tone="none" title={`Belum ada tagihan tahun pajak ${data.period} pada tanggal ini`}>Tagihan muncul setelah Bapenda menerapkan daftar pajak.</Notice> : <Figures report={data} />}
    </div>
  );
}

function Figures({ report }: { report: TaxReport }) {
  const { scope, target } = report;
  const [me, may] = [useMe(), useMay()];
  const { figures, before } = scope;
  const isVillage = scope.kind === 'desa' || scope.kind === 'kelurahan';
  const cash = useReport<CashReport>('undeposited-cash', { parent: scope.kind === 'regency' ? null : scope.code });
  const held = cash.data?.total;
  const moved = change(figures.percent, before.percent);
  return (
    <>
      <dl className="figure-strip">
        <div><dt>Terkumpul</dt><dd>{shortRupiah(figures.opening + figures.received)} <span>{percent(figures.percent)}</span></dd><dd className="figure-bar"><Share value={figures.percent} target={target} /></dd><dd className="figure-note">{target === null ? 'target belum ditetapkan' : figures.percent !== null && figures.percent >= target ? `target ${target}% tercapai` : `target ${target}%, kurang ${shortRupiah(Math.max(0, Math.ceil(figures.assessed * target / 100) - figures.opening - figures.received))}`}{moved && `; ${moved === 'sama' ? 'sama dengan' : `${moved} dari`} tahun lalu`}</dd></div>
        <div><dt>Baku</dt><dd>{shortRupiah(figures.assessed)}</dd><dd className="figure-note">{count(figures.bills)} tagihan</dd></div>
        <div><dt>Realisasi</dt><dd>{shortRupiah(figures.received)}</dd><dd className="figure-note">{figures.opening > 0 ? `di luar saldo awal ${shortRupiah(figures.opening)}` : 'pokok, di luar denda'}; {report.on === today() ? 'hari ini' : 'hari itu'} {shortRupiah(report.receivedOnDay)}</dd></div>
        <div><dt>Sisa</dt><dd>{shortRupiah(figures.remaining)}</dd><dd className="figure-note">belum dibayar; denda diterima {shortRupiah(figures.penalty)}</dd></div>
        <div><dt>Uang di petugas sekarang</dt><dd>{held ? shortRupiah(held.amount) : '–'}</dd><dd className={held && held.overWeek > 0 ? 'figure-note held-late' : 'figure-note'}>{!held ? '' : held.overWeek > 0 ? `${shortRupiah(held.overWeek)} lebih dari 7 hari` : held.overDay > 0 ? `${shortRupiah(held.overDay)} lebih dari 24 jam` : 'tidak ada yang lebih dari 24 jam'}</dd></div>
      </dl>
      <div className="report-columns">
        {!isVillage && <section><TaxRanking report={report} /></section>}
        <section>
          <h2 className="section-title">Menurut bulan</h2>
          <MonthChart months={report.months} />
          <h2 className="section-title">Menurut buku</h2>
          <FigureTable head="Buku" rows={report.books.map(({ book, figures: of }) => [book === 0 ? 'Nihil' : `Buku ${book}`, of])} />
          <h2 className="section-title">Menurut tahun pajak</h2>
          <FigureTable head="Tahun" rows={report.years.map(({ taxYear, figures: of }) => [String(taxYear), of])} />
          {isVillage && may('bill.read') && me.unit.code === scope.code && <UnpaidHamlets year={Number(report.period)} />}
        </section>
      </div>
    </>
  );
}

function FigureTable({ head, rows }: { head: string; rows: [string, TaxFigures][] }) {
  return (
    <table className="plain-table">
      <thead><tr><th>{head}</th><th className="money">Baku (Rp)</th><th className="money">Sisa (Rp)</th><th className="money">Terkumpul</th></tr></thead>
      <tbody>{rows.map(([name, of]) => <tr key={name}><td className="nowrap"><b>{name}</b></td><td data-label="Baku (Rp)" className="money">{count(of.assessed)}</td><td data-label="Sisa (Rp)" className="money">{count(of.remaining)}</td><td data-label="Terkumpul" className="money">{percent(of.percent)}</td></tr>)}</tbody>
    </table>
  );
}
