import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { CircleCheck, Download, Plus, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { api, download } from '../api/client.js';
import type { PaymentDetail } from '../api/contract.js';
import { messageOf } from '../api/problem.js';
import { Facts } from '../parts/facts.js';
import { LinkButton } from '../parts/link-button.js';
import { PageHead } from '../parts/page-head.js';
import { ReasonDialog } from '../parts/reason-dialog.js';
import { Bars, Broken } from '../parts/states.js';
import { clock, longDate } from '../parts/words.js';
import { useMay } from '../session/session.js';
import { cashChanged, rupiah } from './cash-data.js';
import { PaymentChip } from './cash-words.js';
import { PaymentLines } from './payment-lines.js';
import '../tax/tax.css';
import './cash.css';

/** The paper is printed behind the receipt, within a second or two. */
const PRINTING_MS = 1_500;

/** What the state means for the payer; LUNAS only when the bank has shown the money. */
const MEANING: Record<PaymentDetail['state'], string> = {
  'in-hand': 'Uang ada pada petugas dan belum disetor. Pajak menjadi LUNAS setelah uangnya terbukti masuk di bank.',
  listed: 'Uang sedang dibawa ke bank dan menunggu konfirmasi bendahara atau sekretaris. Pajak belum LUNAS.',
  deposited: 'Uang sudah disetor dan menunggu bukti dari rekening bank. Pajak belum LUNAS.',
  settled: 'Uang sudah terbukti masuk di bank.',
  reversed: 'Kuitansi ini dibatalkan. Tagihannya kembali belum dibayar; nomornya tidak dipakai lagi.',
};

/** One receipt: for the payer right after the money, for everybody else later. */
export function ReceiptPage() {
  const { id = '' } = useParams();
  const may = useMay();
  const queries = useQueryClient();
  const fresh = (useLocation().state as { fresh?: boolean } | null)?.fresh === true;
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['payments', 'one', id], queryFn: ({ signal }) => api.get<PaymentDetail>(`/payments/${id}`, { signal }), refetchInterval: (query) => (query.state.data?.receiptReady === false ? PRINTING_MS : false) });
  const [reversing, setReversing] = useState(false);
  if (isPending) return <div className="page"><PageHead title="Kuitansi PBB" /><Bars lines={8} /></div>;
  if (!data) return <div className="page"><Broken error={error} retry={() => void refetch()} /></div>;

  return (
    <div className="page receipt-page">
      <PageHead title={`Kuitansi ${data.number}`} above={<Link to="/pbb/kuitansi">Kuitansi</Link>} sub={`Diterima ${longDate(data.receivedOn)} pukul ${clock(data.receivedAt)} WIB oleh ${data.collectorName}`}
        acts={(
          <>
            {data.actions.includes('reverse') && <Button danger icon={<Undo2 size={15} />} onClick={() => setReversing(true)}>Batalkan kuitansi</Button>}
            <ReceiptFile payment={data} />
            {may('payment.receive') && <LinkButton to="/pbb/terima" type="primary" icon={<Plus size={16} />}>Pembayar berikutnya</LinkButton>}
          </>
        )} />
      {fresh && data.state === 'in-hand' && <p className="receipt-fresh" role="status"><CircleCheck size={20} aria-hidden="true" /><span><b>Uang diterima.</b> Berikan kuitansi ini kepada pembayar.</span></p>}
      <div className="check-columns">
        <div>
          <h2 className="section-title">Yang dibayar</h2>
          <PaymentLines lines={data.lines} principal={data.principal} penalty={data.penalty} />
        </div>
        <section className="due" aria-labelledby="receipt-sum">
          <h2 id="receipt-sum" className="quiet">{data.state === 'reversed' ? 'Jumlah yang dibatalkan' : 'Jumlah uang yang diterima'}</h2>
          <p className="due-sum">{rupiah(data.total)}</p>
          <p className="due-words">{data.inWords}</p>
          <p className="receipt-state"><PaymentChip state={data.state} /></p>
          <p className="check-duty">{MEANING[data.state]}</p>
          <Facts facts={[
            ['Diterima dari', data.paidBy],
            ['Petugas', data.collectorName],
            ...(data.reversedBy ? [['Dibatalkan oleh', data.reversedBy] as const, ['Alasan', data.reversalReason] as const] : []),
          ]} />
        </section>
      </div>
      {reversing && (
        <ReasonDialog title="Batalkan kuitansi ini?" label="Alasan" danger okText="Batalkan kuitansi" suggestions={['Salah NOP', 'Salah tahun', 'Uang tidak jadi diserahkan']} onClose={() => setReversing(false)}
          onOk={async (reason) => { queries.setQueryData(['payments', 'one', id], await api.post<PaymentDetail>(`/payments/${id}/reversal`, { reason })); await cashChanged(queries); }}>
          {rupiah(data.total)} dari {data.paidBy} dianggap tidak diterima dan harus dikembalikan kepadanya. Tagihannya kembali BELUM DIBAYAR.
        </ReasonDialog>
      )}
    </div>
  );
}

/** The receipt's paper, once it is printed. */
function ReceiptFile({ payment }: { payment: PaymentDetail }) {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await download(`/payments/${payment.id}/receipt.pdf`, `kuitansi-${payment.number.replaceAll('/', '-')}.pdf`);
    } catch (error) {
      message.warning(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return <Button icon={<Download size={15} />} loading={busy || !payment.receiptReady} onClick={() => void save()}>{payment.receiptReady ? 'Unduh kuitansi (PDF)' : 'Mencetak kuitansi …'}</Button>;
}
