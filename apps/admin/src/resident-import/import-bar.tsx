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

/** The foot of the page: the choice, then the progress in the same place, then the way back. */
export function ImportBar({ run, onStop }: { run: ImportRun; onStop: () => void }) {
  if (run.state === 'checking' || run.state === 'applying' || run.state === 'reversing') return <Working run={run} onStop={onStop} />;
  if (run.state === 'checked') return <Choice run={run} />;
  if (run.state === 'applied') return <Applied run={run} />;
  if (run.state === 'failed') return null;
  return <Ended run={run} />;
}

const WORK = { checking: 'Memeriksa berkas', applying: 'Menerapkan', reversing: 'Menarik kembali' } as const;

function Working({ run, onStop }: { run: ImportRun; onStop: () => void }) {
  const started = useRef(new Date().toISOString());
  const progress = run.task?.progress ?? null;
  const percent = percentOf(progress);
  const left = progress ? secondsLeft({ progress, startedAt: started.current }) : null;
  const title = run.state === 'applying' ? `Menerapkan ${count(rowsToWrite(run, run.existing ?? 'skip'))} orang` : WORK[run.state as keyof typeof WORK];
  const words = progress ? `${count(progress.done)}${run.state === 'checking' && progress.total !== null ? ` dari ${count(progress.total)} baris` : ' selesai'}${left === null ? '' : `, kurang lebih ${leftWords(left)} lagi`}.` : 'Menunggu giliran.';
  const spoken = percent === null ? '' : `${Math.floor(percent / 10) * 10} persen`;
  return (
    <footer className="import-bar import-working">
      <div>
        <p><b>{title}</b> <span className="cell-quiet">{words} Anda boleh menutup halaman ini.</span></p>
        <Progress percent={percent ?? 0} showInfo={false} size={{ height: 6 }} aria-label={title} />
        <span className="sr-only" role="status">{title}, {spoken}</span>
      </div>
      {run.state !== 'reversing' && run.task && <Button onClick={onStop}>Hentikan</Button>}
    </footer>
  );
}

function Choice({ run }: { run: ImportRun }) {
  const queries = useQueryClient();
  const rejected = run.counts?.rejected ?? 0;
  const changed = run.counts?.changed ?? 0;
  const [rows, setRows] = useState<'good' | 'all'>(rejected > 0 ? 'good' : 'all');
  const [existing, setExisting] = useState<'skip' | 'update'>('skip');
  const key = useRef({ choice: '', key: '' });
  const apply = useMutation({
    mutationFn: () => {
      const choice = `${rows}-${existing}`;
      if (key.current.choice !== choice) key.current = { choice, key: newKey() };
      return api.post<ImportRun>(`/resident-imports/${run.id}/application`, { rows, existing }, { key: key.current.key });
    },
    onSuccess: (next) => {
      queries.setQueryData(['imports', run.id, 'run'], next);
      void queries.invalidateQueries({ queryKey: ['imports', 'list'] });
      void queries.invalidateQueries({ queryKey: ['tasks'] });
    },
  });
  const good = goodRows(run);
  const writing = rowsToWrite(run, existing);
  return (
    <footer className="import-bar">
      <ErrorBook run={run} />
      <ErrorLine error={apply.error} />
      <span className="import-choices">
        {changed > 0 && (
          <Radio.Group value={existing} onChange={(event) => setExisting(event.target.value as 'skip' | 'update')} aria-label={`${count(changed)} orang yang sudah ada tetapi berbeda`}
            options={[{ value: 'skip', label: `Lewati ${count(changed)} yang berbeda` }, { value: 'update', label: 'Perbarui dari berkas' }]} />
        )}
        <Radio.Group value={rows} onChange={(event) => setRows(event.target.value as 'good' | 'all')} aria-label="Baris yang diterapkan"
          options={rejected > 0
            ? [{ value: 'good', label: `Hanya ${count(good)} baris yang baik` }, { value: 'all', label: `Semua, setelah ${count(rejected)} baris dibetulkan`, disabled: true }]
            : [{ value: 'all', label: `Semua ${count(good)} baris` }]} />
      </span>
      <Button type="primary" disabled={!run.actions.includes('apply') || writing === 0} loading={apply.isPending} onClick={() => apply.mutate()}>{writing === 0 ? 'Tidak ada yang berubah' : `Terapkan ${count(writing)} orang`}</Button>
    </footer>
  );
}

/** The rows with faults, to be put right in the same workbook; after the good ones are in it is what is left to do. */
function ErrorBook({ run }: { run: ImportRun }) {
  const { message } = App.useApp();
  const rejected = run.counts?.rejected ?? 0;
  if (!run.actions.includes('download-errors') || rejected + (run.counts?.warned ?? 0) === 0) return null;
  const save = () => download(`/resident-imports/${run.id}/errors.xlsx`, `kesalahan-${run.fileName.replace(/\.\w+$/, '')}.xlsx`).catch((error: unknown) => message.error(messageOf(error)));
  return <Button icon={<Download size={15} />} onClick={() => void save()}>Unduh buku kesalahan{run.state === 'applied' && rejected > 0 ? `, ${count(rejected)} baris tidak masuk` : ' (.xlsx)'}</Button>;
}

/** Stopped, or taken back: nothing of the file is in the register. */
function Ended({ run }: { run: ImportRun }) {
  const back = run.state === 'reversed';
  return (
    <footer className="import-bar">
      <p className="import-done import-ended">
        {back ? <Undo2 size={18} aria-hidden="true" /> : <CircleSlash size={18} aria-hidden="true" />}
        <b>{back ? 'Impor sudah ditarik kembali' : 'Impor dihentikan'}</b>
        <span className="cell-quiet">{back ? `${count(rowsToWrite(run, run.existing ?? 'skip'))} orang dikeluarkan lagi dari daftar penduduk` : 'Data penduduk tidak berubah'}</span>
      </p>
      <LinkButton to="/penduduk/impor" type="primary">Pilih berkas lain</LinkButton>
    </footer>
  );
}

function Applied({ run }: { run: ImportRun }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  return (
    <footer className="import-bar">
      <p className="import-done"><CircleCheck size={18} aria-hidden="true" /><b>{count(rowsToWrite(run, run.existing ?? 'skip'))} orang sudah masuk</b>{run.counts && <span className="cell-quiet">dalam {count(run.counts.families)} keluarga</span>}</p>
      {run.failure && <p className="import-refused" role="alert">{run.failure.message}</p>}
      <ErrorBook run={run} />
      {run.actions.includes('reverse') && <Button danger icon={<Undo2 size={15} />} onClick={() => setAsking(true)}>Tarik kembali</Button>}
      <LinkButton to="/penduduk" type="primary">Lihat daftar penduduk</LinkButton>
      {asking && (
        <ReasonDialog title="Tarik kembali impor" label="Alasan" okText="Tarik kembali" danger onClose={() => setAsking(false)} suggestions={['Berkas yang diunggah salah', 'Akan diunggah berkas yang lebih baru']}
          onOk={async (reason) => {
            const next = await api.post<ImportRun>(`/resident-imports/${run.id}/reversal`, { reason });
            queries.setQueryData(['imports', run.id, 'run'], next);
            void queries.invalidateQueries({ queryKey: ['tasks'] });
          }}>
          Semua penduduk dari <b>{run.fileName}</b> dikeluarkan lagi dari data desa. Bila salah satu sudah dipakai, misalnya di surat, penarikan ditolak dan orangnya disebut.
        </ReasonDialog>
      )}
    </footer>
  );
}
