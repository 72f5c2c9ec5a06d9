import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.js';
import type { ImportRun, ImportState, IssueGroup, Page } from '../api/contract.js';
import type { ImportKind } from './import-kinds.js';
import { mayChange } from './import-states.js';

/** A run; progress comes over the task stream, and by asking every few seconds in case the stream is broken. */
export const runOf = (kind: ImportKind, id: string) => queryOptions({
  queryKey: ['imports', id, 'run'],
  queryFn: ({ signal }) => api.get<ImportRun>(`${kind.path}/${id}`, { signal }),
  refetchInterval: (query) => (query.state.data && mayChange(query.state.data, kind.whole) ? 2_000 : false),
});

export const groupsOf = (kind: ImportKind, id: string) => queryOptions({
  queryKey: ['imports', id, 'groups'],
  queryFn: () => api.get<Pick<Page<IssueGroup>, 'items'>>(`${kind.path}/${id}/issue-groups`),
});

export const STATE_WORDS: Record<ImportState, string> = {
  checking: 'Sedang diperiksa', checked: 'Siap diterapkan', applying: 'Sedang diterapkan', applied: 'Sudah diterapkan', reversing: 'Sedang ditarik kembali', reversed: 'Ditarik kembali', failed: 'Gagal', cancelled: 'Dihentikan',
};

/** Rows that are not wrong: new, known already, or different. */
export function goodRows(run: ImportRun): number {
  return run.counts ? run.counts.total - run.counts.rejected : 0;
}

/** What is new or changes; what is known already and equal needs nothing. */
export function rowsToWrite(run: ImportRun, existing: 'skip' | 'update'): number {
  return run.counts ? run.counts.accepted + (existing === 'update' ? run.counts.changed : 0) : 0;
}

/** Clean rows: good ones without a warning, so that the four counts add up. */
export function cleanRows(run: ImportRun): number {
  return run.counts ? run.counts.total - run.counts.rejected - run.counts.warned : 0;
}
