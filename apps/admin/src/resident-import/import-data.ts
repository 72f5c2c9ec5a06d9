import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.js';
import type { ImportRun, ImportState, IssueGroup, Page } from '../api/contract.js';

export function isWorking(state: ImportState): boolean {
  return state === 'checking' || state === 'applying' || state === 'reversing';
}

/** A run; progress comes over the task stream, and by asking every few seconds in case the stream is broken. */
export const runOf = (id: string) => queryOptions({
  queryKey: ['imports', id, 'run'],
  queryFn: ({ signal }) => api.get<ImportRun>(`/resident-imports/${id}`, { signal }),
  refetchInterval: (query) => (query.state.data && isWorking(query.state.data.state) ? 2_000 : false),
});

export const groupsOf = (id: string) => queryOptions({
  queryKey: ['imports', id, 'groups'],
  queryFn: () => api.get<Pick<Page<IssueGroup>, 'items'>>(`/resident-imports/${id}/issue-groups`),
});

export const STATE_WORDS: Record<ImportState, string> = {
  checking: 'Sedang diperiksa', checked: 'Siap diterapkan', applying: 'Sedang diterapkan', applied: 'Sudah diterapkan', reversing: 'Sedang ditarik kembali', reversed: 'Ditarik kembali', failed: 'Gagal', cancelled: 'Dihentikan',
};

/** Rows that are not wrong: new, known already, or different. */
export function goodRows(run: ImportRun): number {
  return run.counts ? run.counts.total - run.counts.rejected : 0;
}

/** People the register gains or changes; who is known already and equal needs nothing. */
export function rowsToWrite(run: ImportRun, existing: 'skip' | 'update'): number {
  return run.counts ? run.counts.accepted + (existing === 'update' ? run.counts.changed : 0) : 0;
}

/** Clean rows: good ones without a warning, so that the four counts add up. */
export function cleanRows(run: ImportRun): number {
  return run.counts ? run.counts.total - run.counts.rejected - run.counts.warned : 0;
}
