import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/client.js';
import type { ImportRun as Run } from '../api/contract.js';
import { messageOf } from '../api/problem.js';
import { LinkButton } from '../parts/link-button.js';
import { PageHead } from '../parts/page-head.js';
import { Bars, Broken, Notice } from '../parts/states.js';
import { Steps, type StepItem } from '../parts/steps.js';
import { clock, count, fileSize, whenFull } from '../parts/words.js';
import { useMay } from '../session/session.js';
import { ImportBar, type Readiness } from './import-bar.js';
import { cleanRows, goodRows, runOf, STATE_WORDS } from './import-data.js';
import { ImportIssues } from './import-issues.js';
import type { ImportKind } from './import-kinds.js';
import { isLooking, isRefused, isWorking } from './import-states.js';
import './list-import.css';

/** A minus at the end of a line is no longer one. */
const UNBROKEN_MINUS = '\u2011Rp';

interface Props {
  kind: ImportKind;
  id: string;
  /** What this kind shows between the counts and the problems, and what it knows of its parts. */
  parts?: (run: Run) => ReactNode;
  readiness?: Readiness | undefined;
}

/** One run of any kind of list, from the upload to what became of it. */
export function ImportRunPage({ kind, id, ...rest }: Props) {
  const { data, error, isPending, refetch } = useQuery(runOf(kind, id));
  if (isPending) return <div className="page"><PageHead title={kind.title} /><Bars lines={8} /></div>;
  if (!data) return <div className="page"><Broken error={error} retry={() => void refetch()} /></div>;
  return <RunPage kind={kind} run={data} {...rest} />;
}

function RunPage({ kind, run, parts, readiness }: Omit<Props, 'id'> & { run: Run }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const may = useMay()(kind.need);
  const called = kind.whole ? 'unggahan' : 'impor';
  const cancel = () => {
    const stop = async () => {
      try {
        if (run.state === 'checked') await api.post(`${kind.path}/${run.id}/cancellation`, {});
        else if (run.task) await api.delete(`/tasks/${run.task.id}`);
      } catch (error) {
        message.error(messageOf(error));
      }
      await queries.invalidateQueries({ queryKey: ['imports'] });
    };
    // Bills are opened village by village: what is written stays, and goes on or is taken back from the checked list.
    if (run.state === 'checking' || (run.state === 'applying' && !kind.asksAboutChanged)) return void stop();
    return void modal.confirm({ title: `Batalkan ${called}?`, content: `Hasil pemeriksaan berkas ini ditutup. ${kind.untouched}.`, okText: `Batalkan ${called}`, cancelText: 'Kembali', okButtonProps: { danger: true }, onOk: stop });
  };
  const mayCancel = may && run.actions.includes('cancel') && run.state === 'checked' && !isLooking(run);

  return (
    <div className="import">
      <div className="import-scroll" tabIndex={0} role="region" aria-label="Hasil pemeriksaan berkas">
        <PageHead title={kind.title} sub={describe(run)}
          acts={<>
            {may && !isWorking(run.state) && <Button onClick={() => void navigate(kind.home)}>{run.state === 'checked' ? 'Ganti berkas' : `${kind.asksAboutChanged ? 'Impor' : kind.title} lain`}</Button>}
            {mayCancel && <Button danger onClick={cancel}>Batalkan {called}</Button>}
          </>} />
        <Steps steps={stepsOf(kind, run)} />
        {run.state === 'failed' ? (
          <Notice icon={CircleX} tone="bad" title={run.counts ? `${kind.asksAboutChanged ? 'Impor' : kind.title} tidak dapat diterapkan` : 'Berkas ini tidak dapat dipakai'} acts={may && <LinkButton to={kind.home} type="primary">Pilih berkas lain</LinkButton>}>{run.failure?.message.replaceAll('-Rp', UNBROKEN_MINUS) ?? 'Pemeriksaan berhenti karena gangguan. Coba unggah lagi.'} {kind.untouched}.</Notice>
        ) : run.counts ? <><Counts kind={kind} run={run} />{parts?.(run)}{(!kind.whole || run.state === 'checked') && <ImportIssues kind={kind} run={run} />}</> : <div className="import-wait"><Bars lines={7} /></div>}
      </div>
      {may ? <ImportBar kind={kind} run={run} readiness={readiness} onStop={cancel} /> : <footer className="import-bar">{isRefused(run, kind.whole) ? 'Tidak dapat diterapkan' : STATE_WORDS[run.state]}</footer>}
    </div>
  );
}

function describe(run: Run): string {
  const sheets = run.layout?.sheets.filter((sheet) => sheet.recognised).map((sheet) => `“${sheet.name}”`) ?? [];
  const skipped = run.layout?.sheets.filter((sheet) => !sheet.recognised).map((sheet) => `“${sheet.name}”`) ?? [];
  return [run.fileName, sheets.length > 0 && `lembar ${sheets.join(', ')}`, run.layout?.name, skipped.length > 0 && `lembar ${skipped.join(', ')} dilewati`].filter(Boolean).join(', ');
}

function stepsOf(kind: ImportKind, run: Run): StepItem[] {
  const ended = run.state === 'failed' || run.state === 'cancelled';
  const checked = run.counts !== null;
  // Only the step it broke at is marked; what would have come next never began.
  const broken: StepItem['state'] = run.state === 'failed' ? 'bad' : 'next';
  const unknown = run.layout?.unknown.length ?? 0;
  const weighed = run.layout !== null || (kind.refusals ?? []).includes(run.failure?.code ?? '');
  return [
    { title: 'Berkas', state: 'done', note: `${fileSize(run.fileSize)}, diunggah ${clock(run.uploadedAt)}` },
    { title: 'Kolom', state: weighed ? 'done' : ended ? broken : 'now', note: run.layout ? `${run.layout.known} dari ${run.layout.columns} dikenali${unknown > 0 ? `, ${unknown} dilewati` : ''}` : weighed ? 'Dikenali' : ended ? 'Tidak dikenali' : 'Membaca judul kolom' },
    { title: 'Hasil pemeriksaan', state: run.state === 'checked' ? 'now' : checked ? 'done' : weighed ? (ended ? broken : 'now') : 'next', note: run.state === 'checked' ? 'Belum ada yang diubah' : checked ? `${count(kind.warnedWords ? cleanRows(run) : goodRows(run))} baris dapat masuk` : ended ? 'Tidak selesai' : 'Menunggu' },
    {
      title: 'Terapkan',
      state: run.state === 'applied' || run.state === 'reversed' || run.state === 'reversing' ? 'done' : run.state === 'applying' ? 'now' : run.state === 'failed' && checked ? 'bad' : 'next',
      note: run.state === 'applied' && run.appliedAt ? `Selesai ${whenFull(run.appliedAt)}` : run.state === 'applying' ? 'Sedang berjalan' : run.state === 'reversed' ? 'Sudah ditarik kembali' : ended ? 'Tidak ada yang diubah' : 'Dapat ditarik kembali',
    },
  ];
}

/** Four counts that add up: checked = clean + warned + wrong. */
function Counts({ kind, run }: { kind: ImportKind; run: Run }) {
  const counts = run.counts;
  if (!counts) return null;
  const clean = cleanRows(run);
  const seconds = run.durationMs === null ? null : Math.max(1, Math.round(run.durationMs / 1000));
  const share = (part: number) => `${counts.total > 0 ? Math.max(part > 0 ? 0.6 : 0, (part * 100) / counts.total) : 0} 0 0`;
  const known = [counts.unchanged > 0 && `${count(counts.unchanged)} sudah ada`, counts.changed > 0 && `${count(counts.changed)} ${kind.changedWords}`].filter(Boolean).join(', ');
  return (
    <>
      <dl className="counts">
        <div><dd>{count(counts.total)}</dd><dt>baris diperiksa{seconds !== null && ` dalam ${seconds} detik`}</dt></div>
        <div className="count-good"><dd>{count(clean)}</dd><dt>{isRefused(run, kind.whole) ? 'baik' : 'baik, siap diterapkan'}{known && `, ${known}`}</dt></div>
        <div className="count-warn"><dd>{count(counts.warned)}</dd><dt>{kind.warnedWords ?? 'baik dengan peringatan, tetap bisa masuk'}</dt></div>
        <div className="count-bad"><dd>{count(counts.rejected)}</dd><dt>{kind.whole ? 'salah, berkas tidak dapat diterapkan' : 'salah, tidak akan masuk'}</dt></div>
      </dl>
      <div className="share" aria-hidden="true">
        <i className="share-good" style={{ flex: share(clean) }} />
        {counts.warned > 0 && <i className="share-warn" style={{ flex: share(counts.warned) }} />}
        {counts.rejected > 0 && <i className="share-bad" style={{ flex: share(counts.rejected) }} />}
      </div>
    </>
  );
}
