import { useQuery } from '@tanstack/react-query';
import { Landmark } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../api/client.js';
import type { Deposit, Page, Payment } from '../api/contract.js';
import { allOf, collectorsOf, rupiah, useOwnCollector } from '../cash/cash-data.js';
import { CashSum } from '../cash/cash-sum.js';
import { CollectorCash } from '../cash/collector-cash.js';
import { paymentColumns, paymentCompact } from '../cash/payment-columns.js';
import { Pill } from '../parts/chip.js';
import { LinkButton } from '../parts/link-button.js';
import { ListTable } from '../parts/list/list-table.js';
import { AllDone, Bars, Broken, Notice } from '../parts/states.js';
import { clock, count, today, whenBrief } from '../parts/words.js';
import { useMay } from '../session/session.js';
import '../tax/tax.css';
import '../cash/cash.css';

/** What a collector holds, and what was received today. */
export function CollectorHome() {
  const own = useOwnCollector();
  const [active, setActive] = useState<string | null>(null);
  const payments = useTodaysPayments(own.collector?.id, own.collector !== null);
  if (own.isPending) return <Bars lines={6} />;
  if (own.isError) return <Broken error={own.error} retry={() => void own.refetch()} />;
  if (!own.collector) return <AllDone title="Anda belum punya buku kuitansi">Sekretaris atau bendahara mendaftarkan Anda di PBB → Petugas pungut.</AllDone>;
  const { cashInHand, receiptsInHand, oldestAt } = own.collector;
  return (
    <>
      <CashSum label="Uang PBB di tangan Anda" amount={cashInHand} receipts={receiptsInHand} oldestAt={oldestAt} readAt={own.dataUpdatedAt} acts={cashInHand > 0 && <LinkButton to="/pbb/setoran/baru" size="large" icon={<Landmark size={16} />}>Setor ke bank</LinkButton>} />
      <section className="cash-section">
        <div className="section-head"><h2 className="section-title">Kuitansi hari ini<Pill>{payments.data?.length ?? 0}</Pill></h2><Link to="/pbb/kuitansi">Semua kuitansi</Link></div>
        <ListTable<Payment> label="Kuitansi hari ini" columns={paymentColumns.filter(({ key }) => !['collector', 'principal', 'penalty'].includes(key))} rows={payments.data ?? []} loading={payments.isPending} activeId={active} onActive={setActive} linkOf={(row) => `/pbb/kuitansi/${row.id}`} keyLabel="Buka kuitansi" compact={paymentCompact}
          empty={payments.isError ? <Broken error={payments.error} retry={() => void payments.refetch()} /> : <Notice icon={Landmark} tone="none" title="Belum ada uang yang diterima hari ini" acts={<LinkButton to="/pbb/terima">Terima pembayaran</LinkButton>} />} />
      </section>
    </>
  );
}

/** For head, secretary and treasurer: deposits whose proof waits to be seen, and cash that is not at the bank. */
export function CustodyHome() {
  const may = useMay();
  const collectors = useQuery(collectorsOf);
  const listed = useQuery({ queryKey: ['deposits', 'waiting'], queryFn: ({ signal }) => api.get<Page<Deposit>>('/deposits', { query: { status: 'listed', limit: 5 }, signal }), refetchInterval: 60_000 });
  const holders = (collectors.data?.items ?? []).filter(({ cashInHand }) => cashInHand > 0);
  const deposits = listed.data?.items ?? [];
  return (
    <section>
      <div className="section-head"><h2 className="section-title">Uang PBB belum disetor<Pill>{rupiah(holders.reduce((sum, { cashInHand }) => sum + cashInHand, 0))}</Pill></h2><Link to="/pbb/kas">Kas petugas</Link></div>
      {collectors.isError ? <Broken error={collectors.error} retry={() => void collectors.refetch()} /> : collectors.isPending ? <Bars lines={2} /> : holders.length === 0 ? <p className="quiet">Semua uang yang diterima petugas sudah disetor.</p> : <CollectorCash collectors={holders} />}
      {deposits.length > 0 && (
        <div className="cash-section">
          <div className="section-head"><h2 className="section-title">{may('deposit.confirm') ? 'Setoran menunggu konfirmasi Anda' : 'Setoran menunggu konfirmasi'}<Pill>{count(deposits.length)}{listed.data?.next ? '+' : ''}</Pill></h2><Link to="/pbb/setoran?keadaan=listed">Semua</Link></div>
          <ul className="waiting-deposits">
            {deposits.map((deposit) => <li key={deposit.id}><Link to={`/pbb/setoran/${deposit.id}`}><b>{deposit.reference}</b><span>{deposit.collectorName}, {count(deposit.receipts)} kuitansi ke {deposit.bank}</span><b className="cash-card-sum">{rupiah(deposit.amount)}</b><span className="cash-card-sum">{whenBrief(deposit.listedAt)}</span></Link></li>)}
          </ul>
        </div>
      )}
    </section>
  );
}

/** The day so far in two figures: a collector's own, or the village's. */
export function CashToday() {
  const collects = useMay()('payment.receive');
  const { collector } = useOwnCollector();
  const payments = useTodaysPayments(collects ? collector?.id : undefined, !collects || collector !== null);
  if (!payments.data) return null;
  return (
    <section>
      <div className="section-head"><h2 className="section-title">PBB hari ini</h2><span className="quiet">sampai pukul {clock(new Date(payments.dataUpdatedAt))} WIB</span></div>
      <dl className="figures">
        <div><dt>Kuitansi</dt><dd>{count(payments.data.length)}</dd></div>
        <div><dt>Pokok diterima</dt><dd>{rupiah(payments.data.reduce((sum, { principal }) => sum + principal, 0))}</dd></div>
        <div><dt>Denda diterima</dt><dd>{rupiah(payments.data.reduce((sum, { penalty }) => sum + penalty, 0))}</dd></div>
      </dl>
    </section>
  );
}

/** Receipts of today that count, newest first. */
function useTodaysPayments(collector: string | undefined, enabled: boolean) {
  const day = today();
  return useQuery({
    queryKey: ['payments', 'day', day, collector ?? null], enabled, refetchInterval: 60_000,
    queryFn: async ({ signal }) => (await allOf<Payment>('/payments', { day, collector }, signal)).filter(({ state }) => state !== 'reversed'),
  });
}
