import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Segmented } from 'antd';
import { CircleCheck, CornerUpLeft, Inbox, PenLine } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api } from '../api/client.js';
import type { Letter, LetterRow } from '../api/contract.js';
import { messageOf } from '../api/problem.js';
import { Key, KeyHint } from '../parts/kbd.js';
import { useShortcuts } from '../parts/keys.js';
import { useKeyset } from '../parts/list/use-keyset.js';
import { ListFoot } from '../parts/list/list-foot.js';
import { PageHead } from '../parts/page-head.js';
import { AllDone, Bars, Broken, ErrorLine, Notice } from '../parts/states.js';
import { clock, whenBrief } from '../parts/words.js';
import { usePhone } from '../theme/color-scheme.js';
import { letterCounts } from '../shell/waiting.js';
import { useReasonedActs } from './letter-acts.js';
import { letterOf } from './letter-data.js';
import { PdfView } from './pdf-view.js';
import { usePreview } from './use-preview.js';
import './letters.css';

/** A second click or key press meant for the letter before must not reach the next one. */
const SETTLE_MS = 1_000;

type Tab = 'verified' | 'returned';

/** The head's desk: the paper of each letter beside the list, approved one by one without leaving it. */
export function Approvals() {
  const phone = usePhone();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [params, setParams] = useSearchParams();
  const tab: Tab = params.get('keadaan') === 'dikembalikan' ? 'returned' : 'verified';
  const counts = useQuery(letterCounts);
  const list = useKeyset<LetterRow>(`approvals-${tab}`, ['letters', 'list'], '/letters', { status: tab }, { refetchInterval: 30_000 });
  const [chosen, setChosen] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const at = Math.max(0, list.rows.findIndex((row) => row.id === chosen));
  const row = list.rows[at];
  const detail = useQuery({ ...letterOf(row?.id ?? ''), enabled: row !== undefined });
  const path = row && !phone ? `/letters/${row.id}/preview.pdf` : null;
  const preview = usePreview(path, row ? { letter: row.id } : null);
  const paper = path !== null && preview.of === path ? preview.file : null;
  const [drawn, setDrawn] = useState<Blob | null>(null);
  const [settled, setSettled] = useState<string | null>(null);
  const sending = useRef(false);
  // Nobody approves what is not before their eyes.
  const ready = paper !== null && drawn === paper && settled === row?.id;
  const { dialog, ask } = useReasonedActs(() => undefined);
  const may = (action: string) => row?.actions.includes(action) ?? false;
  useEffect(() => {
    setSettled(null);
    const timer = setTimeout(() => setSettled(row?.id ?? null), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [row?.id]);
  useEffect(() => { setError(null); document.getElementById(`setuju-${row?.id}`)?.scrollIntoView({ block: 'nearest' }); }, [row?.id]);

  const approve = async () => {
    if (!row || !ready || sending.current || !may('approve')) return;
    sending.current = true;
    setBusy(true);
    setError(null);
    // The next letter is chosen before this one leaves the list, so that the eye stays on the same line.
    const next = list.rows[at + 1] ?? list.rows[at - 1];
    try {
      const letter = await api.post<Letter>(`/letters/${row.id}/approval`, {});
      message.success(letter.number ? `${row.applicantName}: disetujui dengan nomor ${letter.number}` : 'Surat disetujui.');
      setChosen(next?.id ?? null);
      await queries.invalidateQueries({ queryKey: ['letters'] });
      void queries.invalidateQueries({ queryKey: ['home'] });
    } catch (thrown) {
      setError(thrown);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  const move = (step: number) => setChosen(list.rows[Math.max(0, Math.min(list.rows.length - 1, at + step))]?.id ?? null);
  useShortcuts('Persetujuan', [
    { key: 'j', shown: 'J', label: 'Surat berikutnya', repeats: true, run: () => move(1) },
    { key: 'k', shown: 'K', label: 'Surat sebelumnya', repeats: true, run: () => move(-1) },
    { key: 't', shown: 'T', label: 'Setujui surat', run: () => void approve() },
    { key: 'r', shown: 'R', label: 'Kembalikan', run: () => { if (row && may('return')) ask('return', row); } },
    { key: 'enter', shown: 'Enter', label: 'Buka penuh', run: () => { if (row) void navigate(`/surat/${row.id}`); } },
  ]);

  const checked = detail.data?.history.findLast((step) => step.step === 'verified');
  const segmented = (
    <Segmented<Tab> value={tab} onChange={(value) => { setChosen(null); setParams(value === 'returned' ? { keadaan: 'dikembalikan' } : {}, { replace: true }); }}
      options={[{ value: 'verified', label: `Menunggu ${counts.data?.verified ?? 0}` }, { value: 'returned', label: `Dikembalikan ${counts.data?.returned ?? 0}` }]} />
  );
  return (
    <div className="approvals">
      <div className="approvals-head"><PageHead title="Menunggu persetujuan Anda" sub={tab === 'verified' ? `${counts.data?.verified ?? 0} surat sudah diperiksa. Nomor diberikan saat Anda menyetujui.` : 'Surat yang dikembalikan untuk dibetulkan'} acts={segmented} /></div>
      <div className="approvals-list">
        <div className="approvals-scroll" tabIndex={0} role="region" aria-label="Surat yang menunggu">
          {list.isPending ? <div className="page"><Bars /></div> : list.isError ? <Broken error={list.error} retry={() => void list.refetch()} /> : list.rows.length === 0 ? (
            <AllDone title={tab === 'verified' ? 'Semua surat sudah disetujui' : 'Tidak ada surat yang dikembalikan'}>{list.dataUpdatedAt > 0 && `Terakhir diperiksa pukul ${clock(new Date(list.dataUpdatedAt))} WIB.`}</AllDone>
          ) : (
            <ul>
              {list.rows.map((item) => (
                <li key={item.id} id={`setuju-${item.id}`}>
                  <button type="button" className={item.id === row?.id ? 'approval approval-here' : 'approval'} aria-pressed={item.id === row?.id} onClick={() => (phone ? void navigate(`/surat/${item.id}`) : setChosen(item.id))}>
                    <span><b>{item.applicantName}</b> {item.typeTitle}</span><span className="quiet">{whenBrief(item.updatedAt)}</span>
                    <small>diajukan {item.requestedBy}</small>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
        {row && !phone && (
          <footer className="action-bar">
            <ErrorLine error={error} />
            <div className="action-row">
              {may('return') && <Button icon={<CornerUpLeft size={15} />} onClick={() => ask('return', row)} aria-keyshortcuts="R">Kembalikan<Key>R</Key></Button>}
              {may('reject') && <Button danger onClick={() => ask('rejection', row)}>Tolak</Button>}
              {may('approve') && <Button type="primary" icon={<PenLine size={15} />} loading={busy} disabled={!ready} onClick={() => void approve()} onKeyDown={(event) => { if (event.repeat) event.preventDefault(); }} aria-keyshortcuts="T">Setujui surat<Key>T</Key></Button>}
            </div>
            <p className="approvals-keys"><KeyHint keys={['J', 'K']} label="pindah" /><KeyHint keys={['T']} label="setujui" /><KeyHint keys={['Enter']} label="buka" /></p>
          </footer>
        )}
        {(list.goBack || list.goNext) && <ListFoot pageNumber={list.pageNumber} shown={list.rows.length} goBack={list.goBack} goNext={list.goNext} />}
      </div>
      {!phone && (
        <PdfView file={paper} onDrawn={setDrawn} busy={preview.busy} label="Surat yang dipilih"
          note={checked ? <><CircleCheck size={14} className="ok-icon" aria-hidden="true" />Diperiksa {checked.by} {whenBrief(checked.at)}</> : ' '}
          acts={row && <Link to={`/surat/${row.id}`}>Riwayat</Link>}
          instead={<Notice icon={Inbox} tone="none" title={row ? 'Menyiapkan lembar' : 'Tidak ada surat yang dipilih'}>{preview.error ? messageOf(preview.error) : 'Lembar surat tampil di sini.'}</Notice>} />
      )}
      {dialog}
    </div>
  );
}
