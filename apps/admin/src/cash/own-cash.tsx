import { useQuery } from '@tanstack/react-query';
import { IdCard, Inbox, Landmark } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Collector, Payment } from '../api/contract.js';
import { LinkButton } from '../parts/link-button.js';
import { ListTable } from '../parts/list/list-table.js';
import { PageHead } from '../parts/page-head.js';
import { Bars, Broken, Notice } from '../parts/states.js';
import { count, dayAndDate, today } from '../parts/words.js';
import { allOf, rupiah, useOwnCollector } from './cash-data.js';
import { CashSum } from './cash-sum.js';
import { heldColumns, heldCompact } from './payment-columns.js';

/** What this collector must bring to the bank, oldest receipt first. */
export function OwnCash() {
  const own = useOwnCollector();
  return (
    <div className="page">
      <PageHead title="Kas saya" sub={dayAndDate(today())} />
      {own.isPending ? <Bars lines={6} /> : own.isError ? <Broken error={own.error} retry={() => void own.refetch()} />
        : own.collector ? <Held collector={own.collector} readAt={own.dataUpdatedAt} deposits /> : <Notice icon={IdCard} tone="none" title="Anda belum punya buku kuitansi">Sekretaris atau bendahara mendaftarkan Anda di PBB → Petugas pungut.</Notice>}
    </div>
  );
}

/** A collector's cash and its receipts; `deposits` for the one whose it is. */
export function Held({ collector, readAt, deposits = false }: { collector: Collector; readAt: number; deposits?: boolean }) {
  const [active, setActive] = useState<string | null>(null);
  const held = useQuery({ queryKey: ['payments', 'in-hand', collector.id], queryFn: ({ signal }) => allOf<Payment>('/payments', { collector: collector.id, status: 'in-hand' }, signal) });
  const listed = useQuery({ queryKey: ['payments', 'listed', collector.id], queryFn: ({ signal }) => allOf<Payment>('/payments', { collector: collector.id, status: 'listed' }, signal) });
  const underWay = (listed.data ?? []).reduce((sum, { total }) => sum + total, 0);
  const oldestFirst = (held.data ?? []).toReversed();
  return (
    <>
      <CashSum label={deposits ? 'Uang PBB di tangan Anda' : `Uang PBB di tangan ${collector.name}`} amount={collector.cashInHand} receipts={collector.receiptsInHand} oldestAt={collector.oldestAt} readAt={readAt}
        acts={deposits && oldestFirst.length > 0 && <LinkButton to="/pbb/setoran/baru" type="primary" size="large" icon={<Landmark size={16} />}>Setor ke bank</LinkButton>}>
        {underWay > 0 && <p className="cash-sum-note">Di antaranya {rupiah(underWay)} sudah masuk <Link to="/pbb/setoran?keadaan=listed">setoran yang menunggu konfirmasi</Link>.</p>}
      </CashSum>
      <section className="cash-section">
        <h2 className="section-title">Kuitansi yang belum disetor{held.data && <span className="pill">{count(held.data.length)}</span>}</h2>
        <ListTable<Payment> label="Kuitansi yang belum disetor" columns={heldColumns.filter(({ key }) => key !== 'collector' && key !== 'state')} rows={oldestFirst} loading={held.isPending} activeId={active} onActive={setActive} linkOf={(row) => `/pbb/kuitansi/${row.id}`} keyLabel="Buka kuitansi" compact={(row) => heldCompact(row, false)}
          empty={held.isError ? <Broken error={held.error} retry={() => void held.refetch()} /> : <Notice icon={Inbox} tone="done" title="Tidak ada kuitansi yang belum disetor">Uang yang diterima muncul di sini sampai masuk setoran.</Notice>} />
      </section>
    </>
  );
}
