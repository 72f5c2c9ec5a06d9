import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { RotateCw, WifiOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/client.js';
import { useConnection } from '../api/connection.js';
import type { NewPayment, PaymentDetail } from '../api/contract.js';
import { useOnePress } from '../parts/one-press.js';
import { PageHead } from '../parts/page-head.js';
import { ErrorLine, Notice } from '../parts/states.js';
import { amountWords, cashChanged, rupiah } from './cash-data.js';
import { isRefusal, type Sent } from './sent.js';
import './cash.css';

interface Props {
  sent: Sent<NewPayment>;
  /** The server refused it after all: the form is open again. */
  onAnswer: () => void;
  onReceipt: () => void;
}

/**
 * Money was said to be received and no answer came. Nobody knows whether it is written, so nothing else can be done first than to
 * ask again with the same key; by itself as soon as the connection is back.
 */
export function Unanswered({ sent, onAnswer, onReceipt }: Props) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { online } = useConnection();
  const press = useOnePress();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [refused, setRefused] = useState(false);
  const wasOnline = useRef(online);

  const again = async () => {
    if (!press.take()) return;
    setBusy(true);
    setError(null);
    try {
      const payment = await api.post<PaymentDetail>('/payments', sent.body, { key: sent.key });
      onReceipt();
      void cashChanged(queries);
      await navigate(`/pbb/kuitansi/${payment.id}`, { replace: true, state: { fresh: true } });
    } catch (thrown) {
      setError(thrown);
      setRefused(isRefusal(thrown));
      setBusy(false);
    } finally {
      press.release();
    }
  };
  useEffect(() => {
    if (online && !wasOnline.current) void again();
    wasOnline.current = online;
    // Only the return of the connection starts it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [online]);

  return (
    <div className="page">
      <PageHead title="Menunggu jawaban" sub="Penerimaan terakhir belum dijawab server" />
      <Notice icon={WifiOff} tone="wait" title={`${rupiah(sent.body.total)} dari ${sent.body.paidBy}`}
        acts={refused ? <Button type="primary" size="large" onClick={onAnswer}>Periksa lagi tagihannya</Button> : <Button type="primary" size="large" icon={<RotateCw size={16} />} loading={busy} onClick={() => void again()}>Kirim lagi</Button>}>
        {amountWords(sent.body.total)}. {refused ? 'Penerimaan ini tidak tercatat.' : 'Sambungan terputus sebelum kuitansi sampai. Jangan terima uang ini dua kali: tekan Kirim lagi, atau biarkan; begitu tersambung, dikirim sendiri. Bila sudah tercatat, kuitansinya muncul dan uang tidak tercatat dua kali.'}
      </Notice>
      <div className="unanswered-error"><ErrorLine error={error} /></div>
    </div>
  );
}
