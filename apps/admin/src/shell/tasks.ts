import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect } from 'react';
import { api } from '../api/client.js';
import type { Page, Task } from '../api/contract.js';
import { listen } from '../api/events.js';
import { IMPORT_KINDS, type ImportKind } from '../list-import/import-kinds.js';

export const TASKS = ['tasks'] as const;

export function isRunning(task: Pick<Task, 'status'>): boolean {
  return task.status === 'queued' || task.status === 'running';
}

/** 0–100, null while the total is not known. */
export function percentOf(progress: Task['progress']): number | null {
  return progress && progress.total !== null && progress.total > 0 ? Math.min(100, Math.floor((progress.done * 100) / progress.total)) : null;
}

/** Seconds left at the pace so far; null until there is a pace to speak of. */
export function secondsLeft(task: Pick<Task, 'progress' | 'startedAt'>): number | null {
  const { progress, startedAt } = task;
  if (!progress || !startedAt || progress.total === null || progress.done <= 0 || progress.total <= progress.done) return null;
  const passed = (Date.now() - new Date(startedAt).getTime()) / 1000;
  if (passed < 1) return null;
  return Math.round((passed / progress.done) * (progress.total - progress.done));
}

const KIND_WORDS: Record<string, string> = {
  'resident-import.check': 'Pemeriksaan berkas penduduk', 'resident-import.apply': 'Impor penduduk', 'resident-import.reverse': 'Penarikan impor penduduk', 'render-letter': 'Pencetakan surat',
  'assessment-import.check': 'Pemeriksaan daftar pajak', 'assessment-import.compare': 'Pembandingan daftar pajak', 'assessment-import.apply': 'Penerbitan tagihan PBB', 'assessment-import.reverse': 'Penarikan daftar pajak',
  'bank-statement.check': 'Pemeriksaan rekening koran', 'bank-statement.apply': 'Pencatatan rekening koran', 'bank-statement.reverse': 'Penarikan rekening koran',
};

export function taskLabel(task: Pick<Task, 'kind'>): string {
  return KIND_WORDS[task.kind] ?? 'Pekerjaan';
}

export function useTasks(enabled: boolean) {
  return useQuery({ queryKey: TASKS, queryFn: () => api.get<Page<Task>>('/tasks'), enabled, staleTime: 5_000 });
}

/** The import a task works on, and of which kind of list; null for all other work. */
export function importOf({ subject }: Pick<Task, 'subject'>): { kind: ImportKind; id: string } | null {
  const kind = subject && IMPORT_KINDS[subject.type];
  return kind ? { kind, id: subject.id } : null;
}

/** Where the result of a task stands, for the tray. */
export function taskLink(task: Task): string | null {
  const run = importOf(task);
  if (run) return `${run.kind.home}/${run.id}`;
  if (task.subject?.type === 'letter') return `/surat/${task.subject.id}`;
  return null;
}

/** One stream per tab and place (office and role): keeps the list of tasks true and says when long work of this office has ended. */
export function useTaskStream(enabled: boolean, place: string): void {
  const queries = useQueryClient();
  const { notification } = App.useApp();
  useEffect(() => {
    if (!enabled) return undefined;
    const stop = new AbortController();
    void listen('/tasks/events', {
      onOpen: () => { void queries.invalidateQueries({ queryKey: TASKS }); },
      onEvent: (name, data) => {
        if (name !== 'task') return;
        const task = JSON.parse(data) as Task;
        const before = remember(queries, task);
        refreshSubject(queries, task);
        // On the page of the work itself the page says it.
        const isOpen = task.subject !== null && window.location.pathname.endsWith(task.subject.id);
        if (before && isRunning(before) && !isRunning(task) && task.kind !== 'render-letter' && !isOpen) {
          const words = task.failure?.message;
          if (task.status === 'done') notification.success({ title: `${taskLabel(task)} selesai`, duration: 6 });
          if (task.status === 'failed') notification.error({ title: `${taskLabel(task)} gagal`, ...(words ? { description: words } : {}), duration: 0 });
        }
      },
    }, stop.signal);
    return () => stop.abort();
  }, [enabled, place, queries, notification]);
}

/** Puts the task into the cached list. @returns what was known of it before. */
function remember(queries: QueryClient, task: Task): Task | undefined {
  const page = queries.getQueryData<Page<Task>>(TASKS);
  const before = page?.items.find((item) => item.id === task.id);
  if (page) queries.setQueryData<Page<Task>>(TASKS, { ...page, items: before ? page.items.map((item) => (item.id === task.id ? task : item)) : [task, ...page.items] });
  return before;
}

function refreshSubject(queries: QueryClient, task: Task): void {
  const ended = !isRunning(task);
  if (task.subject?.type === 'letter') {
    if (ended) void queries.invalidateQueries({ queryKey: ['letters'] });
  } else if (task.subject) {
    queries.setQueriesData<{ task?: Pick<Task, 'id'> | null }>({ queryKey: ['imports', task.subject.id, 'run'] }, (run) => (run?.task?.id === task.id ? { ...run, task } : run));
    if (ended) {
      void queries.invalidateQueries({ queryKey: ['imports'] });
      void queries.invalidateQueries({ queryKey: ['residents'] });
      void queries.invalidateQueries({ queryKey: ['families'] });
    }
  }
}
