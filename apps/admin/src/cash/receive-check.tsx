import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, type InputRef } from 'antd';
import { ArrowLeft, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link, Navigate, useNavigate } from 'react-router';
import { api, isProblem, newKey } from '../api/client.js';
import type { NewPayment, PaymentDetail, Quotation } from '../api/contract.js';
import { Problem } from '../api/problem.js';
import { LinkButton } from '../parts/link-button.js';
import { useOnePress } from '../parts/one-press.js';
import { PageHead } from '../parts/page-head.js';
import { Bars, Broken, ErrorLine } from '../parts/states.js';
import { longDate, titleCase } from '../parts/words.js';
import { tickedBills } from './basket.js';
import { cashChanged, rupiah } from './cash-data.js';
import { usePaymentDraft } from './payment-draft.js';
import { PaymentLines } from './payment-lines.js';
import { isRefusal } from './sent.js';
import { Unanswered } from './unanswered.js';
import { useBasket } from './use-basket.js';
import '../tax/tax.css';
import './cash.css';

/** The amount in figures and in words, before any money changes hands; then one press, one receipt. */
export function ReceiveCheck() {
  const { draft, change, clear } = usePaymentDraft();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const press = useOnePress();
  const name = useRef<InputRef>(null);
  const [nameMissing, setNameMissing] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const basket = useBasket(draft.objects);
  const bills = tickedBills(basket.objects, new Set(draft.off)).map(({ id }) => id);
  const quotation = useQuery({ queryKey: ['quotation', bills], queryFn: ({ signal }) => api.post<Quotation>('/payments/quotation', { bills }, { signal }), enabled: bills.length > 0 && draft.sent === null && !basket.pending, gcTime: 0 });
  useEffect(() => setNameMissing(false), [draft.paidBy]);

  if (draft.sent && !sending) return <Unanswered sent={draft.sent} onAnswer={() => change({ sent: null })} onReceipt={clear} />;
  if (draft.objects.length === 0 && !sending) return <Navigate to="/pbb/terima" replace />;

  const receive = async (quoted: Quotation) => {
    if (draft.paidBy.trim() === '') {
      setNameMissing(true);
      name.current?.focus();
      return;
    }
    if (!press.take()) return;
    const sent = { key: newKey(), body: { bills: quoted.lines.map(({ billId }) => billId), total: quoted.total, paidBy: draft.paidBy.trim() } satisfies NewPayment };
    setSending(true);
    setRefusal(null);
    change({ sent });
    try {
      const payment = await api.post<PaymentDetail>('/payments', sent.body, { key: sent.key });
      clear();
      void cashChanged(queries);
      await navigate(`/pbb/kuitansi/${payment.id}`, { replace: true, state: { fresh: true } });
    } catch (error) {
      if (isRefusal(error)) {
        change({ sent: null });
        setRefusal(error);
        void quotation.refetch();
      }
      setSending(false);
    } finally {
      press.release();
    }
  };

  const error = basket.error ?? quotation.error;
  const data = quotation.data;
  return (
    <div className="page receive-check">
      <PageHead title="Periksa sebelum menerima uang" above={<Link to="/pbb/terima">Terima pembayaran</Link>} sub={data ? `Jumlah per ${longDate(data.on)}. Sebutkan kepada pembayar.` : ' '} />
      {error ? <NotPayable error={error} retry={() => { basket.retry(); void quotation.refetch(); }} /> : !data ? bills.length === 0 && !basket.pending ? <NothingLeft /> : <Bars lines={8} /> : (
        <form className="check-columns" onSubmit={(event) => { event.preventDefault(); void receive(data); }}>
          <div>
            {data.notices.length > 0 && (
              <div className="check-notices" role="status">
                <TriangleAlert size={16} aria-hidden="true" />
                <div><b>Ada tahun lebih lama yang belum dibayar</b><ul>{data.notices.map((notice) => <li key={notice}>{notice}</li>)}</ul></div>
              </div>
            )}
            <h2 className="section-title">Yang dibayar</h2>
            <PaymentLines lines={data.lines} principal={data.principal} penalty={data.penalty} />
          </div>
          <div className="check-pay">
            <section className="due" aria-labelledby="check-sum">
              <h2 id="check-sum" className="quiet">Jumlah uang yang diterima</h2>
              <p className="due-sum">{rupiah(data.total)}</p>
              <p className="due-words">{data.inWords}</p>
              <dl className="due-lines">
                <div><dt>Pokok</dt><dd>{rupiah(data.principal)}</dd></div>
                <div><dt>Denda</dt><dd>{rupiah(data.penalty)}</dd></div>
              </dl>
            </section>
            <Form layout="vertical" component="div">
              <Form.Item label="Diterima dari" htmlFor="penyetor" validateStatus={nameMissing ? 'error' : undefined} help={nameMissing ? 'Isi nama penyetor.' : undefined}>
                <Input ref={name} id="penyetor" value={draft.paidBy} maxLength={100} autoComplete="off" placeholder="Siapa yang menyerahkan uang" onChange={(event) => change({ paidBy: event.target.value })} />
              </Form.Item>
            </Form>
            <p className="dialog-suggestions">{[...new Set(data.lines.map(({ payerName }) => titleCase(payerName)))].slice(0, 4).map((payer) => <button key={payer} type="button" className="suggestion" onClick={() => { change({ paidBy: payer }); name.current?.focus(); }}>{payer}</button>)}</p>
            <p className="check-duty">Setelah dicatat, uang ini menjadi tanggung jawab Anda sampai disetor. Catatan tidak bisa dihapus, hanya dibatalkan orang lain dengan alasan pada hari yang sama.</p>
            <ErrorLine error={refusal} />
            <div className="check-acts">
              <LinkButton to="/pbb/terima" size="large" icon={<ArrowLeft size={16} />} aria-label="Kembali ke pilihan NOP" />
              <Button type="primary" size="large" htmlType="submit" loading={sending}>Uang sudah saya terima</Button>
            </div>
          </div>
        </form>
      )}
    </div>
  );
}

/** A bill paid meanwhile, or a year whose rule is missing: said, with the way back. */
function NotPayable({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <>
      <Broken error={error} {...(error instanceof Problem && error.status < 500 ? {} : { retry })} />
      <p className="check-back"><LinkButton to="/pbb/terima" icon={<ArrowLeft size={16} />}>Kembali ke pilihan NOP</LinkButton>{isProblem(error, 'BILL_NOT_PAYABLE') && <LinkButton to="/pbb/kuitansi">Lihat kuitansi</LinkButton>}</p>
    </>
  );
}

function NothingLeft() {
  return <NotPayable error={new Problem({ status: 409, code: 'BILL_NOT_PAYABLE', detail: 'Tidak ada tagihan yang belum dibayar pada NOP yang dipilih.' })} retry={() => undefined} />;
}
