import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Ban, CircleCheck, CircleX, Clock, Download, FileSpreadsheet, LoaderCircle, Undo2, type LucideIcon } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, download, newKey } from '../api/client.js';
import type { ImportRun, ImportState } from '../api/contract.js';
import { messageOf } from '../api/problem.js';
import { Chip, type Tone } from '../parts/chip.js';
import { ListFoot } from '../parts/list/list-foot.js';
import { useKeyset } from '../parts/list/use-keyset.js';
import { PageHead } from '../parts/page-head.js';
import { Bars, Broken, ErrorLine } from '../parts/states.js';
import { count, fileSize, whenFull } from '../parts/words.js';
import { STATE_WORDS } from './import-data.js';
import './resident-import.css';

const LOOK: Record<ImportState, readonly [Tone, LucideIcon]> = {
  checking: ['wait', LoaderCircle], checked: ['act', Clock], applying: ['wait', LoaderCircle], applied: ['done', CircleCheck], reversing: ['wait', LoaderCircle], reversed: ['none', Undo2], failed: ['bad', CircleX], cancelled: ['none', Ban],
};

/** Where an import begins: drop a file, or go on with one that was uploaded. */
export function ImportStart() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const runs = useKeyset<ImportRun>('imports', ['imports', 'list'], '/resident-imports', {});
  const [over, setOver] = useState(false);
  const attempt = useRef<{ file: File; key: string } | null>(null);
  const upload = useMutation({
    mutationFn: (file: File) => {
      // The same file chosen again after a lost answer is the same upload.
      if (attempt.current?.file !== file) attempt.current = { file, key: newKey() };
      const form = new FormData();
      form.append('file', file, file.name);
      return api.post<ImportRun>('/resident-imports', form, { key: attempt.current.key });
    },
    onSuccess: async (run) => {
      void queries.invalidateQueries({ queryKey: ['imports'] });
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      await navigate(`/penduduk/impor/${run.id}`);
    },
  });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) upload.mutate(file);
  };

  return (
    <div className="page">
      <PageHead title="Impor penduduk" sub="Dari OpenSID atau lembar kerja dengan kolom yang sama. Belum ada yang berubah sampai Anda menerapkannya."
        acts={<Button icon={<Download size={15} />} onClick={() => void download('/resident-import-template.xlsx', 'pola-impor-penduduk.xlsx').catch((error: unknown) => message.error(messageOf(error)))}>Unduh pola kosong</Button>} />
      <div className={over ? 'drop drop-over' : 'drop'} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
        <FileSpreadsheet size={32} strokeWidth={1.6} aria-hidden="true" />
        <p><b>Taruh berkas di sini</b><br />Excel (.xlsx) atau CSV, 43 sampai 45 kolom OpenSID dengan urutan bebas</p>
        <input type="file" id="berkas-impor" className="sr-only drop-input" accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" disabled={upload.isPending}
          onChange={(event) => { const file = event.target.files?.[0]; if (file) upload.mutate(file); event.target.value = ''; }} />
        <label htmlFor="berkas-impor" className="drop-button">{upload.isPending ? 'Mengunggah …' : 'Pilih berkas'}</label>
        <p className="quiet" role="status">{upload.isPending && upload.variables ? `${upload.variables.name}, ${fileSize(upload.variables.size)}` : ''}</p>
        <ErrorLine error={upload.error} />
      </div>
      <h2 className="section-title import-before">Impor sebelumnya</h2>
      {runs.isPending ? <Bars lines={3} /> : runs.isError ? <Broken error={runs.error} retry={() => void runs.refetch()} /> : runs.rows.length === 0 ? <p className="quiet">Belum pernah ada impor di kantor ini.</p> : (
        <ul className="runs">
          {runs.rows.map((run) => {
            const [tone, icon] = LOOK[run.state];
            return (
              <li key={run.id}>
                <Link to={`/penduduk/impor/${run.id}`} className="run-row">
                  <b>{run.fileName}</b>
                  <span className="cell-quiet">{run.counts ? `${count(run.counts.total)} baris` : fileSize(run.fileSize)}</span>
                  <span className="cell-quiet">{run.uploadedBy}, {whenFull(run.uploadedAt)}</span>
                  <Chip tone={tone} icon={icon}>{STATE_WORDS[run.state]}</Chip>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
      {(runs.goBack || runs.goNext) && <ListFoot pageNumber={runs.pageNumber} shown={runs.rows.length} goBack={runs.goBack} goNext={runs.goNext} />}
    </div>
  );
}
