import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Progress } from 'antd';
import { CircleCheck, CircleSlash, CircleX, X } from 'lucide-react';
import { Link } from 'react-router';
import { api } from '../api/client.js';
import type { Task } from '../api/contract.js';
import { clock, count, span } from '../parts/words.js';
import { runOf } from '../list-import/import-data.js';
import { RESIDENT_LIST } from '../list-import/import-kinds.js';
import { useMay } from '../session/session.js';
import { importOf, isRunning, percentOf, secondsLeft, taskLabel, taskLink, TASKS } from './tasks.js';

const ENDED = { done: CircleCheck, failed: CircleX, cancelled: CircleSlash, queued: CircleCheck, running: CircleCheck } as const;

/** One long piece of work: how far, how long still, the way to stop it or to its result. */
export function TaskCard({ task }: { task: Task }) {
  const queries = useQueryClient();
  const may = useMay();
  const cancel = useMutation({ mutationFn: () => api.delete(`/tasks/${task.id}`), onSettled: () => queries.invalidateQueries({ queryKey: TASKS }) });
  const percent = percentOf(task.progress);
  const link = taskLink(task);
  const run = importOf(task);
  const kind = run?.kind ?? RESIDENT_LIST;
  // A file's name may hold a person's: it is not in the task, but asked of the run by who may read runs.
  const { data: fileName } = useQuery({ ...runOf(kind, run?.id ?? ''), enabled: run !== null && may(kind.need), select: (found) => found.fileName, refetchInterval: false, staleTime: 60_000, retry: false });
  const Ended = ENDED[task.status];

  return (
    <article className="task-card">
      <p className="task-title">
        {!isRunning(task) && <Ended size={15} strokeWidth={1.9} className={`task-${task.status}`} aria-hidden="true" />}
        <span>{taskLabel(task)}</span>
        {isRunning(task) && percent !== null && <span className="quiet">{percent}%</span>}
        {isRunning(task) && (task.actions?.includes('cancel') ?? true) && (
          <button type="button" className="icon-button task-stop" aria-label={`Hentikan ${taskLabel(task)}`} disabled={cancel.isPending} onClick={() => cancel.mutate()}><X size={15} /></button>
        )}
        {!isRunning(task) && link && may(task.subject?.type === 'letter' ? 'letter.read' : kind.need) && <Link to={link}>Lihat</Link>}
      </p>
      {fileName && <p className="quiet task-file" title={fileName}>{fileName}</p>}
      {isRunning(task) && <Progress percent={percent ?? 0} showInfo={false} size={{ height: 6 }} aria-label={`Kemajuan ${taskLabel(task)}`} status={percent === null ? 'active' : 'normal'} />}
      <p className="quiet">{noteOf(task)}</p>
    </article>
  );
}

function noteOf(task: Task): string {
  if (task.status === 'queued') return 'Menunggu giliran';
  if (task.status === 'running') {
    const left = secondsLeft(task);
    const done = task.progress ? count(task.progress.done) + (task.progress.total === null ? '' : ` dari ${count(task.progress.total)}`) : 'Sedang dikerjakan';
    return left === null ? done : `${done}, sekitar ${leftWords(left)} lagi`;
  }
  const at = task.finishedAt ? ` pukul ${clock(task.finishedAt)} WIB` : '';
  if (task.status === 'done') return `Selesai${at}`;
  if (task.status === 'cancelled') return `Dihentikan${at}`;
  return task.failure?.message ?? `Gagal${at}`;
}

export function leftWords(seconds: number): string {
  if (seconds < 60) return `${Math.max(5, Math.ceil(seconds / 5) * 5)} detik`;
  return span(Math.ceil(seconds / 60));
}
