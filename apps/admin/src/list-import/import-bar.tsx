import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Progress, Radio } from 'antd';
import { CircleCheck, CircleSlash, Download, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { api, download, newKey } from '../api/client.js';
import type { ImportRun } from '../api/contract.js';
import { messageOf } from '../api/problem.js';
import { LinkButton } from '../parts/link-button.js';
import { ReasonDialog } from '../parts/reason-dialog.js';
import { ErrorLine } from '../parts/states.js';
import { count } from '../parts/words.js';
import { leftWords } from '../shell/task-card.js';
import { percentOf, secondsLeft } from '../shell/tasks.js';
import { goodRows, rowsToWrite } from './import-data.js';
import type { ImportKind } from './import-kinds.js';
import { isLooking, isRefused } from './import-states.js';

/** What a list in parts knows better than its counts: what is ready to be written, or was; why not all of it. */
export interface Readiness { readonly writing: number; readonly waits: string | null }

interface Props { kind: ImportKind; run: ImportRun; readiness?: Readiness | undefined; onStop: () => void }
type BarProps = Pick<Props, 'kind' | 'run' | 'readiness'>;

/** The foot of the page: the choice, then the progress in the same place, then the way back. */
export function ImportBar({ kind, run, readiness, onStop }: Props) {
  const bar: BarProps = { kind, run, readiness };
  if (run.state === 'checking' || run.state === 'applying' || run.state === 'reversing' || isLooking(run)) return <Working {...bar} onStop={onStop} />;
  if (run.state === 'checked') return <Choice {...bar} />;
  if (run.state === 'applied') return <Applied {...bar} />;
  if (run.state === 'failed') return null;
  return <Ended {...bar} />;
}

const written = ({ kind, run, readiness }: BarProps, existing = kind.asksAboutChanged ? run.existing ?? 'skip' : 'update') => readiness?.writing ?? rowsToWrite(run, existing as 'skip' | 'update');

const WORK = { checking: 'Memeriksa berkas', checked: 'Membandingkan dengan tagihan desa', reversing: 'Menarik kembali' } as const;

function Working({ onStop, ...bar }: Props) {
  const { kind, run } = bar;
  const started = useRef(new Date().toISOString());
  const progress = run.task?.progress ?? null;
  const percent = percentOf(progress);
  const left = progress ? secondsLeft({ progress, startedAt: started.current }) : null;
  const title = run.state === 'applying' ? `Menerapkan ${count(written(bar))} ${kind.thing}` : WORK[run.state as keyof typeof WORK];
  const words = progress ? `${count(progress.done)}${run.state === 'checking' && progress.total !== null ? ` dari ${count(progress.total)} baris` : ' selesai'}${left === null ? '' : `, kurang lebih ${leftWords(left)} lagi`}.` : 'Menunggu giliran.';
  const spoken = percent === null ? '' : `${Math.floor(percent / 10) * 10} persen`;
  return (
    <footer className="import-bar import-working">
      <div>
        <p><b>{title}</b> <span className="cell-quiet">{words} Anda boleh menutup halaman ini.</span></p>
        <Progress percent={percent ?? 0} showInfo={false} size={{ height: 6 }} aria-label={title} />
        <span className="sr-only" role="status">{title}, {spoken}</span>
      </div>
      {(run.state === 'checking' || run.state === 'applying') && run.task && <Button onClick={onStop}>Hentikan</Button>}
    </footer>
  );
}

function Choice(bar: BarProps) {
  const { kind, run, readiness } = bar;
  const queries = useQueryClient();
  const rejected = run.counts?.rejected ?? 0;
  const changed = kind.asksAboutChanged ? run.counts?.changed ?? 0 : 0;
  const refused = isRefused(run, kind.whole);
  const waits = rejected > 0 ? `setelah ${count(rejected)} baris dibetulkan` : readiness?.waits ?? null;
  const [rows, setRows] = useState<'good' | 'all'>(waits ? 'good' : 'all');
  const chosen = waits ? 'good' : rows;
  const [existing, setExisting] = useState<'skip' | 'update'>('skip');
  const key = useRef({ choice: '', key: '' });
  const apply = useMutation({
    mutationFn: () => {
      const choice = `${chosen}-${existing}`;
      if (key.current.choice !== choice) key.current = { choice, key: newKey() };
      return api.post<ImportRun>(`${kind.path}/${run.id}/application`, { rows: chosen, ...(kind.asksAboutChanged ? { existing } : {}) }, { key: key.current.key });
    },
    onSuccess: (next) => {
      queries.setQueryData(['imports', run.id, 'run'], next);
      void queries.invalidateQueries({ queryKey: ['imports', 'list'] });
      void queries.invalidateQueries({ queryKey: ['tasks'] });
    },
  });
  const writing = written(bar, kind.asksAboutChanged ? existing : 'update');
  const good = kind.asksAboutChanged ? `${count(goodRows(run))} baris` : `${count(writing)} ${kind.thing}`;
  return (
    <footer className="import-bar">
      <ErrorBook {...bar} />
      <ErrorLine error={apply.error} />
      <span className="import-choices">
        {changed > 0 && (
          <Radio.Group value={existing} onChange={(event) => setExisting(event.target.value as 'skip' | 'update')} aria-label={`${count(changed)} ${kind.thing} yang sudah ada tetapi berbeda`}
            options={[{ value: 'skip', label: `Lewati ${count(changed)} yang berbeda` }, { value: 'update', label: 'Perbarui dari berkas' }]} />
        )}
        {kind.whole && <span className="cell-quiet">{refused ? `${kind.title} hanya dapat diterapkan utuh. Betulkan sebabnya, lalu unggah lagi.` : 'Diterapkan utuh, lalu dicocokkan sendiri.'}</span>}
        {!kind.whole && (writing > 0 || !readiness?.waits) && <Radio.Group value={chosen} onChange={(event) => setRows(event.target.value as 'good' | 'all')} aria-label="Baris yang diterapkan"
          options={waits
            ? [{ value: 'good', label: `Hanya ${good} yang ${rejected > 0 ? 'baik' : 'sudah jelas'}` }, { value: 'all', label: `Semua, ${waits}`, disabled: true }]
            : [{ value: 'all', label: `Semua ${good}` }]} />}
      </span>
      <Button type="primary" disabled={!run.actions.includes('apply') || writing === 0 || refused} loading={apply.isPending} onClick={() => apply.mutate()}>{refused ? 'Tidak dapat diterapkan' : writing > 0 ? `Terapkan ${count(writing)} ${kind.thing}` : readiness?.waits ? 'Belum ada yang dapat diterapkan' : 'Tidak ada yang berubah'}</Button>
    </footer>
  );
}

/** The rows with faults, to be put right in the same workbook; after the good ones are in it is what is left to do. */
function ErrorBook({ kind, run }: BarProps) {
  const { message } = App.useApp();
  const rejected = run.counts?.rejected ?? 0;
  if (!run.actions.includes('download-errors') || rejected + (run.counts?.warned ?? 0) === 0) return null;
  const save = () => download(`${kind.path}/${run.id}/errors.xlsx`, `kesalahan-${run.fileName.replace(/\.\w+$/, '')}.xlsx`).catch((error: unknown) => message.error(messageOf(error)));
  return <Button icon={<Download size={15} />} onClick={() => void save()}>Unduh buku kesalahan{run.state === 'applied' && rejected > 0 ? `, ${count(rejected)} baris tidak masuk` : ' (.xlsx)'}</Button>;
}

/** Stopped, or taken back: nothing of the file counts any more. */
function Ended(bar: BarProps) {
  const { kind, run } = bar;
  const back = run.state === 'reversed';
  return (
    <footer className="import-bar">
      <p className="import-done import-ended">
        {back ? <Undo2 size={18} aria-hidden="true" /> : <CircleSlash size={18} aria-hidden="true" />}
        <b>{back ? `${kind.asksAboutChanged ? 'Impor' : kind.title} sudah ditarik kembali` : kind.whole ? 'Unggahan dibatalkan' : 'Impor dihentikan'}</b>
        <span className="cell-quiet">{back ? `${count(written(bar))} ${kind.takenBack}` : kind.untouched}</span>
      </p>
      <LinkButton to={kind.home} type="primary">Pilih berkas lain</LinkButton>
    </footer>
  );
}

function Applied(bar: BarProps) {
  const { kind, run } = bar;
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const done = run.counts && kind.doneWords(run.counts);
  return (
    <footer className="import-bar">
      <p className="import-done"><CircleCheck size={18} aria-hidden="true" /><b>{count(written(bar))} {done?.in}</b>{done?.within && <span className="cell-quiet">{done.within}</span>}</p>
      {run.failure && <p className="import-refused" role="alert">{run.failure.message}</p>}
      <ErrorBook {...bar} />
      {run.actions.includes('reverse') && <Button danger icon={<Undo2 size={15} />} onClick={() => setAsking(true)}>Tarik kembali</Button>}
      {kind.result && <LinkButton to={kind.result.to} type="primary">{kind.result.label}</LinkButton>}
      {asking && (
        <ReasonDialog title={`Tarik kembali ${kind.called}`} label="Alasan" okText="Tarik kembali" danger onClose={() => setAsking(false)} suggestions={['Berkas yang diunggah salah', 'Akan diunggah berkas yang lebih baru']}
          onOk={async (reason) => {
            const next = await api.post<ImportRun>(`${kind.path}/${run.id}/reversal`, { reason });
            queries.setQueryData(['imports', run.id, 'run'], next);
            void queries.invalidateQueries({ queryKey: ['tasks'] });
          }}>
          Semua {kind.thing} dari <b>{run.fileName}</b> {kind.takingBack}
        </ReasonDialog>
      )}
    </footer>
  );
}
