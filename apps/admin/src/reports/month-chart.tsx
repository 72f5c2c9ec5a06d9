import type { TaxReport } from '../api/contract.js';
import { count } from '../parts/words.js';
import { monthBrief, shortRupiah } from './report-words.js';

/** Money by month beside the year before; the table below says the same in figures. */
export function MonthChart({ months }: { months: TaxReport['months'] }) {
  const most = Math.max(1, ...months.flatMap((month) => [month.received, month.receivedBefore]));
  return (
    <>
      <div className="months" aria-hidden="true">
        {months.map(({ month, received, receivedBefore }) => (
          <span key={month} className="month">
            <span className="month-bars"><span className="month-before" style={{ blockSize: `${(Math.max(0, receivedBefore) / most) * 100}%` }} /><span className="month-now" style={{ blockSize: `${(Math.max(0, received) / most) * 100}%` }} /></span>
            <span className="month-name">{monthBrief(month)}</span>
          </span>
        ))}
      </div>
      <p className="report-note"><span className="month-key month-key-now" /> tahun ini <span className="month-key month-key-before" /> tahun lalu, tertinggi {shortRupiah(most === 1 ? 0 : most)}. Saldo awal tidak termasuk.</p>
      <details className="report-table"><summary>Tabel per bulan</summary>
        <table className="plain-table"><thead><tr><th>Bulan</th><th className="money">Tahun ini (Rp)</th><th className="money">Tahun lalu (Rp)</th></tr></thead>
          <tbody>{months.map(({ month, received, receivedBefore }) => <tr key={month}><td>{monthBrief(month)}</td><td data-label="Tahun ini (Rp)" className="money">{count(received)}</td><td data-label="Tahun lalu (Rp)" className="money">{count(receivedBefore)}</td></tr>)}</tbody>
        </table>
      </details>
    </>
  );
}
