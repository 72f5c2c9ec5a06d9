import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input } from 'antd';
import { IdCard, Inbox } from 'lucide-react';
import { useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, newKey } from '../api/client.js';
import type { Collector, Deposit, DepositDetail, NewDeposit, Page, Payment } from '../api/contract.js';
import { useOnePress } from '../parts/one-press.js';
import { PageHead } from '../parts/page-head.js';
import { Bars, Broken, ErrorLine, Notice } from '../parts/states.js';
import { count, whenBrief } from '../parts/words.js';
import { allOf, amountWords, cashChanged, rupiah, useOwnCollector } from './cash-data.js';
import { Age } from './cash-words.js';
import { isRefusal, type Sent } from './sent.js';
import '../tax/tax.css';
import './cash.css';

/** A collector names the receipts whose cash goes to the bank. */
export function NewDeposit() {
  const own = useOwnCollector();
  return (
    <div className="page">
      <PageHead title="Setor ke bank" above={<Link to="/pbb/setoran">Setoran</Link>} sub="Pilih kuitansi yang uangnya dibawa ke bank. Jumlah setoran harus sama dengan jumlah kuitansinya." />
      {own.isPending ? <Bars lines={8} /> : own.isError ? <Broken error={own.error} retry={() => void own.refetch()} />
        : own.collector ? <Receipts collector={own.collector} /> : <Notice icon={IdCard} tone="none" title="Anda belum punya buku kuitansi">Sekretaris atau bendahara mendaftarkan Anda di PBB → Petugas pungut.</Notice>}
    </div>
  );
}

function Receipts({ collector }: { collector: Collector }) {
  const held = useQuery({ queryKey: ['payments', 'in-hand', collector.id], queryFn: ({ signal }) => allOf<Payment>('/payments', { collector: collector.id, status: 'in-hand' }, signal) });
  const last = useQuery({ queryKey: ['deposits', 'last', collector.id], queryFn: ({ signal }) => api.get<Page<Deposit>>('/deposits', { query: { collector: collector.id, limit: 1 }, signal }) });
  if (held.isPending || last.isPending) return <Bars lines={8} />;
  if (held.isError) return <Broken error={held.error} retry={() => void held.refetch()} />;
  if (held.data.length === 0) return <Notice icon={Inbox} tone="done" title="Tidak ada uang yang perlu disetor">Semua kuitansi Anda sudah masuk setoran.</Notice>;
  return <DepositForm receipts={held.data.toReversed()} bankBefore={last.data?.items[0]?.bank ?? ''} />;
}

function DepositForm({ receipts, bankBefore }: { receipts: readonly Payment[]; bankBefore: string }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const press = useOnePress();
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const [bank, setBank] = useState(bankBefore);
  const [bankMissing, setBankMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const sent = useRef<Sent<string> | null>(null);
  const ticked = receipts.filter(({ id }) => !off.has(id));
  const amount = ticked.reduce((sum, { total }) => sum + total, 0);
  const toggle = (id: string) => {
    const next = new Set(off);
    if (!next.delete(id)) next.add(id);
    setOff(next);
  };

  const list = async () => {
    setBankMissing(bank.trim() === '');
    if (bank.trim() === '' || ticked.length === 0 || !press.take()) return;
    const body: NewDeposit = { payments: ticked.map(({ id }) => id), bank: bank.trim() };
    const text = JSON.stringify(body);
    // What was sent without an answer goes out again under its own key.
    if (sent.current?.body !== text) sent.current = { key: newKey(), body: text };
    setBusy(true);
    setError(null);
    try {
      const deposit = await api.post<DepositDetail>('/deposits', body, { key: sent.current.key });
      void cashChanged(queries);
      await navigate(`/pbb/setoran/${deposit.id}`, { replace: true });
    } catch (thrown) {
      if (isRefusal(thrown)) sent.current = null;
      setError(thrown);
      setBusy(false);
      void queries.invalidateQueries({ queryKey: ['payments'] });
    } finally {
      press.release();
    }
  };

  return (
    <form className="check-columns" onSubmit={(event) => { event.preventDefault(); void list(); }}>
      <div>
        <p className="tick-all"><Checkbox checked={off.size === 0} indeterminate={ticked.length > 0 && off.size > 0} onChange={() => setOff(off.size === 0 ? new Set(receipts.map(({ id }) => id)) : new Set())}>Semua kuitansi ({count(receipts.length)})</Checkbox></p>
        <ul className="pick-list" aria-label="Kuitansi yang belum disetor">
          {receipts.map((receipt) => (
            <li key={receipt.id}>
              <Checkbox className="pick-row" checked={!off.has(receipt.id)} onChange={() => toggle(receipt.id)}>
                <span className="pick-name">{receipt.number}</span><span className="pick-sum">Rp{count(receipt.total)}</span>
                <span className="pick-note">{receipt.paidBy}, {whenBrief(receipt.receivedAt)}</span><span className="pick-years"><Age since={receipt.receivedAt} /></span>
              </Checkbox>
            </li>
          ))}
        </ul>
      </div>
      <div className="check-pay">
        <section className="due" aria-labelledby="deposit-sum" aria-live="polite">
          <h2 id="deposit-sum" className="quiet">Yang disetor, {count(ticked.length)} kuitansi</h2>
          <p className="due-sum">{rupiah(amount)}</p>
          <p className="due-words">{ticked.length === 0 ? 'Centang sedikitnya satu kuitansi' : amountWords(amount)}</p>
        </section>
        <Form layout="vertical" component="div">
          <Form.Item label="Disetor ke" htmlFor="bank" extra="Bank atau tempat pembayaran" validateStatus={bankMissing ? 'error' : undefined} help={bankMissing ? 'Isi nama bank atau tempat pembayaran.' : undefined}>
            <Input id="bank" value={bank} maxLength={60} autoComplete="off" placeholder="Bank Jatim" onChange={(event) => { setBank(event.target.value); setBankMissing(false); }} />
          </Form.Item>
        </Form>
        <ErrorLine error={error} />
        <div className="check-acts"><Button type="primary" size="large" htmlType="submit" loading={busy} disabled={ticked.length === 0}>Susun setoran</Button></div>
        <p className="check-duty">Sesudahnya Anda mendapat kode untuk ditulis di berita transfer. Uang tetap tanggung jawab Anda sampai bendahara atau sekretaris mengonfirmasi bukti setornya.</p>
      </div>
    </form>
  );
}
