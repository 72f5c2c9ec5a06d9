import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Ban, Check, Copy, FileText } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../api/client.js';
import type { DepositDetail } from '../api/contract.js';
import { messageOf } from '../api/problem.js';
import { Facts } from '../parts/facts.js';
import { ListTable } from '../parts/list/list-table.js';
import { PageHead } from '../parts/page-head.js';
import { ReasonDialog } from '../parts/reason-dialog.js';
import { Bars, Broken } from '../parts/states.js';
import { count, longDate, whenFull } from '../parts/words.js';
import { amountWords, cashChanged, rupiah } from './cash-data.js';
import { DepositChip } from './cash-words.js';
import { ConfirmDeposit } from './confirm-deposit.js';
import { paymentColumns, paymentCompact } from './payment-columns.js';
import '../tax/tax.css';
import './cash.css';

/** One deposit: the code for the transfer's remark, its receipts, and who has seen the proof. */
export function DepositPage() {
  const { id = '' } = useParams();
  const queries = useQueryClient();
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['deposits', 'one', id], queryFn: ({ signal }) => api.get<DepositDetail>(`/deposits/${id}`, { signal }) });
  const [asking, setAsking] = useState<'confirm' | 'cancel' | null>(null);
  const [active, setActive] = useState<string | null>(null);
  if (isPending) return <div className="page"><PageHead title="Setoran PBB" /><Bars lines={8} /></div>;
  if (!data) return <div className="page"><Broken error={error} retry={() => void refetch()} /></div>;
  const show = async (deposit: DepositDetail) => {
    queries.setQueryData(['deposits', 'one', id], deposit);
    await cashChanged(queries);
  };

  return (
    <div className="page">
      <PageHead title={`Setoran ${data.reference}`} above={<Link to="/pbb/setoran">Setoran</Link>} sub={`Disusun ${whenFull(data.listedAt)} WIB oleh ${data.listedBy}`}
        acts={(
          <>
            {data.actions.includes('cancel') && <Button icon={<Ban size={15} />} onClick={() => setAsking('cancel')}>Batalkan setoran</Button>}
            {data.actions.includes('confirm') && <Button type="primary" icon={<Check size={16} />} onClick={() => setAsking('confirm')}>Konfirmasi setoran</Button>}
          </>
        )} />
      <div className="check-columns">
        <div>
          {data.state === 'listed' && <Reference code={data.reference} />}
          <section className="cash-section">
            <h2 className="section-title">Kuitansi di dalamnya<span className="pill">{count(data.receipts)}</span></h2>
            <ListTable label="Kuitansi dalam setoran" columns={paymentColumns.filter(({ key }) => key !== 'collector' && key !== 'principal' && key !== 'penalty')} rows={data.payments} loading={false} activeId={active} onActive={setActive} linkOf={(row) => `/pbb/kuitansi/${row.id}`} keyLabel="Buka kuitansi" compact={paymentCompact} empty={null} />
          </section>
        </div>
        <section className="due" aria-labelledby="deposit-sum">
          <h2 id="deposit-sum" className="quiet">Jumlah setoran</h2>
          <p className="due-sum">{rupiah(data.amount)}</p>
          <p className="due-words">{amountWords(data.amount)}</p>
          <p className="receipt-state"><DepositChip state={data.state} /></p>
          <p className="check-duty">{MEANING[data.state]}</p>
          <Facts facts={[
            ['Petugas', data.collectorName], ['Bank', data.bank], ['Kode setoran', data.reference],
            ...(data.confirmedBy ? [['Tanggal setor', longDate(data.depositedOn)] as const, ['Dikonfirmasi', `${data.confirmedBy}, ${data.confirmedAt ? whenFull(data.confirmedAt) : ''}`] as const] : []),
          ]} />
          {data.confirmedBy && <ProofLink id={id} />}
        </section>
      </div>
      {asking === 'confirm' && <ConfirmDeposit deposit={data} onDone={show} onClose={() => setAsking(null)} />}
      {asking === 'cancel' && (
        <ReasonDialog title="Batalkan setoran ini?" label="Alasan" danger okText="Batalkan setoran" suggestions={['Uang tidak jadi disetor', 'Kuitansi yang dipilih salah']} onClose={() => setAsking(null)}
          onOk={async (reason) => show(await api.post<DepositDetail>(`/deposits/${id}/cancellation`, { reason }))}>
          {count(data.receipts)} kuitansi kembali menunggu setor; uangnya tetap tanggung jawab {data.collectorName}.
        </ReasonDialog>
      )}
    </div>
  );
}

const MEANING: Record<DepositDetail['state'], string> = {
  listed: 'Uang masih tanggung jawab petugas sampai bendahara atau sekretaris mengonfirmasi bukti setornya.',
  confirmed: 'Bukti setor sudah dilihat. Tagihannya menjadi LUNAS setelah uangnya terlihat di rekening koran bank.',
  settled: 'Uangnya sudah terlihat di rekening koran bank.',
  cancelled: 'Setoran ini dibatalkan; kuitansinya dapat disetor lagi.',
};

/** Large, because it is written by hand or typed at a counter. */
function Reference({ code }: { code: string }) {
  const { message } = App.useApp();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      message.success('Kode tersalin.');
    } catch {
      message.info(`Salin sendiri: ${code}`);
    }
  };
  return (
    <section className="reference" aria-label="Kode untuk berita transfer">
      <div>
        <h2 className="cash-sum-label">Tulis kode ini di berita transfer atau slip setoran</h2>
        <p className="reference-code">{code}</p>
        <p className="cash-sum-note">Tanpa kode ini bank tidak dapat dicocokkan sendiri. Huruf O dan I tidak pernah dipakai; yang tertulis adalah angka 0 dan 1.</p>
      </div>
      <Button size="large" icon={<Copy size={16} />} onClick={() => void copy()}>Salin kode</Button>
    </section>
  );
}

/** The proof as it was uploaded, in a tab of its own. */
function ProofLink({ id }: { id: string }) {
  const { message } = App.useApp();
  const open = async () => {
    try {
      const url = URL.createObjectURL(await (await api.raw(`/deposits/${id}/proof`, { accept: '*/*' })).blob());
      window.open(url, '_blank');
      setTimeout(() => URL.revokeObjectURL(url), 600_000);
    } catch (error) {
      message.error(messageOf(error));
    }
  };
  return <p className="receipt-state"><Button icon={<FileText size={15} />} onClick={() => void open()}>Lihat bukti setor</Button></p>;
}
