import { Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { CashPlace, CashReport } from '../api/contract.js';
import { AllDone, Bars, Broken } from '../parts/states.js';
import { count } from '../parts/words.js';
import { useMe } from '../session/session.js';
import { placeTitle } from './place-words.js';
import { filePath, useReport, useReportChoice } from './report-data.js';
import { ReportHead } from './report-head.js';
import { heldFor, shortRupiah } from './report-words.js';
import './reports.css';

const AGES = [{ value: '', label: 'Semua' }, { value: '24', label: '24 jam ke atas' }, { value: '168', label: '7 hari ke atas' }];

/** Money that taxpayers gave and no bank has: whom to ask today, the longest held first. */
export function CashReportPage() {
  const me = useMe();
  const choice = useReportChoice();
  const [params, setParams] = useSearchParams();
  const hours = params.get('umur') === '24' || params.get('umur') === '168' ? params.get('umur') : null;
  const query = { parent: choice.parent, hours };
  const { data, error, isPending, refetch } = useReport<CashReport>('undeposited-cash', query);
  const above = me.unit.kind === 'regency';
  return (
    <div className="page report">
      <ReportHead title="Uang PBB belum disetor" choice={choice} dataAt={data?.dataAt} nowOnly file={{ path: filePath('undeposited-cash', query), name: 'uang-belum-disetor.xlsx' }} />
      <div className="filter-bar">
        <Segmented aria-label="Lama ditahan" options={AGES} value={hours ?? ''} onChange={(value) => setParams((old) => { const next = new URLSearchParams(old); if (value) next.set('umur', value); else next.delete('umur'); return next; })} />
        {data && <span className="filter-tail">{above && `${count(data.rows.length)} desa, `}{shortRupiah(data.total.amount)}, {shortRupiah(data.total.overWeek)} lebih dari 7 hari</span>}
      </div>
      {isPending ? <Bars lines={8} /> : error ? <Broken error={error} retry={() => void refetch()} /> : data.rows.length === 0 ? <AllDone title={hours ? 'Tidak ada uang yang ditahan selama itu' : 'Semua uang sudah disetor'}>Uang yang diterima petugas muncul di sini sampai setorannya dikonfirmasi.</AllDone> : (
        <div className="plain-scroll" tabIndex={0} role="region" aria-label="Uang belum disetor">
          <table className="plain-table">
            <thead><tr><th>{above ? 'Desa' : 'Kantor'}</th>{above && <th>Kecamatan</th>}<th>Buku kuitansi</th><th>Paling lama</th><th className="money">24 jam ke atas (Rp)</th><th className="money">7 hari ke atas (Rp)</th><th className="money">Belum disetor (Rp)</th></tr></thead>
            <tbody>{data.rows.map((row) => <Row key={row.code} row={row} above={above} />)}</tbody>
            <tfoot><tr><td colSpan={above ? 4 : 3}>Jumlah</td><td data-label="24 jam ke atas (Rp)" className="money">{count(data.total.overDay)}</td><td data-label="7 hari ke atas (Rp)" className="money">{count(data.total.overWeek)}</td><td data-label="Belum disetor (Rp)" className="money">{count(data.total.amount)}</td></tr></tfoot>
          </table>
        </div>
      )}
    </div>
  );
}

function Row({ row, above }: { row: CashPlace; above: boolean }) {
  const late = row.overWeek > 0;
  return (
    <tr>
      <td>{above ? <Link className="cell-name" to={`/laporan/pbb?wilayah=${row.code}`}>{placeTitle(row)}</Link> : <b>{placeTitle(row)}</b>}</td>
      {above && <td data-label="Kecamatan">{row.districtName}</td>}
      <td data-label="Buku kuitansi">{row.books.join(', ') || '–'}</td>
      <td data-label="Paling lama" className={late ? 'held-late' : 'nowrap'}>{row.oldest ? heldFor(row.oldest, new Date()) : '–'}{late && <span className="sr-only">, lewat 7 hari</span>}</td>
      <td data-label="24 jam ke atas (Rp)" className="money">{count(row.overDay)}</td>
      <td data-label="7 hari ke atas (Rp)" className={late ? 'money held-late' : 'money'}>{count(row.overWeek)}</td>
      <td data-label="Belum disetor (Rp)" className="money"><b>{count(row.amount)}</b></td>
    </tr>
  );
}
