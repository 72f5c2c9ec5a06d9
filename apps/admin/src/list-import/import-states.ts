import type { ImportRun, ImportState } from '../api/contract.js';

export function isWorking(state: ImportState): boolean {
  return state === 'checking' || state === 'applying' || state === 'reversing';
}

/** Work that leaves the state alone: a checked list is looked at again after an answer to it. */
export function isLooking({ state, task }: Pick<ImportRun, 'state' | 'task'>): boolean {
  return state === 'checked' && (task?.status === 'queued' || task?.status === 'running');
}

/** A list taken whole, with a fault: it is checked, and that is all it will ever be. */
export function isRefused({ state, counts }: Pick<ImportRun, 'state' | 'counts'>, whole: boolean): boolean {
  return whole && state === 'checked' && (counts?.rejected ?? 0) > 0;
}

/** Whether the run will say something else without anybody doing anything: work goes on, or the error workbook is still being written. */
export function mayChange(run: Pick<ImportRun, 'state' | 'task' | 'counts' | 'actions'>, whole = false): boolean {
  const hasFaults = run.counts !== null && run.counts.rejected + run.counts.warned > 0;
  return isWorking(run.state) || isLooking(run) || (!whole && run.state === 'checked' && hasFaults && !run.actions.includes('download-errors'));
}
