import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { formatRupiah } from '#values';
import { api } from '../api/client.js';
import type { Bill, BillDetail, Page } from '../api/contract.js';
import { Facts } from '../parts/facts.js';
import { PageHead } from '../parts/page-head.js';
import { Bars, Broken } from '../parts/states.js';
import { count, longDate, titleCase, today, whenFull } from '../parts/words.js';
import { ObjectPlace } from './object-place.js';
import { addressWords, BillChip, BOOKS, CLOSED_WORDS } from './bill-words.js';
import './tax.css';

const rupiah = (amount: number) => formatRupiah(BigInt(amount));
const area = (metres: number | null) => (metres === null ? null : `${count(metres)} m²`);

/** One bill: whose, of what, how much today and why. */
export function BillPage() {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['bills', id], queryFn: () => api.get<BillDetail>(`/bills/${id}`) });
  if (isPending) return <div className="page"><PageHead title="Tagihan PBB" /><Bars lines={10} /></div>;
  if (!data) return <div className="page"><Broken error={error} retry={() => void refetch()} /></div>;
  const own = data.cycles.find(({ cycle }) => cycle === data.cycle);

  return (
    <div className="page">
      <PageHead title={`Tagihan PBB ${data.taxYear}`} above={<Link to="/pbb/tagihan">Tagihan</Link>} sub={<><span className="nop">{data.nop}</span>, {titleCase(data.payerName)}</>} acts={<BillChip bill={data} closedAs={own?.closedAs ?? null} />} />
      <div className="bill-columns">
        <div>
          <section>
            <h2 className="section-title">Wajib pajak</h2>
            <Facts facts={[['Nama di SPPT', titleCase(data.payerName)], ['Alamat', addressWords(data.payerAddress)], ['Dikelola oleh', titleCase(data.managedBy)]]} />
          </section>
          <section>
            <h2 className="section-title">Objek pajak</h2>
            <Facts facts={[['NOP', <span key="nop" className="nop">{data.nop}</span>], ['Letak', addressWords(data.address)], ['Wilayah', <ObjectPlace key="place" objectId={data.objectId} />], ['Tanah', withClass(data.landArea, data.landClass)], ['Bangunan', withClass(data.buildingArea, data.buildingClass)]]} />
          </section>
          {(data.cycles.length > 1 || own?.closedAs) && <Cycles bill={data} />}
          <OtherYears bill={data} />
        </div>
        <Due bill={data} />
      </div>
    </div>
  );
}

const withClass = (metres: number | null, taxClass: string | null) => [area(metres), taxClass && `kelas ${taxClass}`].filter(Boolean).join(', ');

/** What is to be paid today; principal and penalty never run into one figure without both being seen. */
function Due({ bill }: { bill: BillDetail }) {
  const penalty = bill.penalty?.amount ?? 0;
  return (
    <section className="due" aria-labelledby="due-title">
      <h2 id="due-title" className="quiet">{bill.status === 'unpaid' ? `Jumlah bila dibayar hari ini, ${longDate(today())}` : 'Ketetapan'}</h2>
      <p className="due-sum">{rupiah(bill.status === 'unpaid' ? bill.owed + penalty : bill.amount)}</p>
      <dl className="due-lines">
        <div><dt>Pokok, buku {BOOKS[bill.book] ?? '–'}</dt><dd>{rupiah(bill.amount)}</dd></div>
        {bill.status === 'unpaid' && <div><dt>Denda{bill.penalty && bill.penalty.months > 0 ? `, ${bill.penalty.months} bulan` : ''}</dt><dd>{bill.penalty ? rupiah(penalty) : 'belum ada aturan'}</dd></div>}
        <div><dt>Jatuh tempo</dt><dd>{longDate(bill.dueOn)}</dd></div>
      </dl>
      {bill.penaltyLines.length > 0 && (
        <>
          <h3 className="section-title">Cara menghitung denda</h3>
          <ol className="penalty-lines">{bill.penaltyLines.map((line) => <li key={line}>{line}</li>)}</ol>
        </>
      )}
    </section>
  );
}

/** How often the year was assessed anew, and what became of each. */
function Cycles({ bill }: { bill: BillDetail }) {
  return (
    <section>
      <h2 className="section-title">Riwayat ketetapan {bill.taxYear}</h2>
      <table className="plain-table">
        <thead><tr><th>Ketetapan</th><th>Terbit</th><th className="money">Pokok (Rp)</th><th>Keadaan</th></tr></thead>
        <tbody>
          {bill.cycles.map((cycle) => (
            <tr key={cycle.cycle} className={cycle.closedAs ? 'ended' : undefined}>
              <td><b>Ke-{cycle.cycle}</b></td><td data-label="Terbit" className="cell-quiet">{whenFull(cycle.openedAt)}</td><td data-label="Pokok (Rp)" className="money">{count(cycle.amount)}</td><td data-label="Keadaan">{cycle.closedAs ? CLOSED_WORDS[cycle.closedAs] : 'BERLAKU'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The same object's other years: arrears are asked for together. */
function OtherYears({ bill }: { bill: BillDetail }) {
  const years = useQuery({ queryKey: ['bills', 'object', bill.objectId], queryFn: () => api.get<Page<Bill>>('/bills', { query: { object: bill.objectId } }) });
  const others = (years.data?.items ?? []).filter(({ taxYear }) => taxYear !== bill.taxYear);
  if (others.length === 0) return null;
  return (
    <section>
      <h2 className="section-title">Tahun lain</h2>
      <table className="plain-table">
        <thead><tr><th>Tahun</th><th className="money">Pokok (Rp)</th><th className="money">Denda (Rp)</th><th>Keadaan</th></tr></thead>
        <tbody>
          {others.map((other) => (
            <tr key={other.id}>
              <td><Link to={`/pbb/tagihan/${other.id}`}>{other.taxYear}</Link></td><td data-label="Pokok (Rp)" className="money">{count(other.amount)}</td><td data-label="Denda (Rp)" className="money">{other.penalty ? count(other.penalty.amount) : 'belum ada aturan'}</td><td data-label="Keadaan"><BillChip bill={other} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
