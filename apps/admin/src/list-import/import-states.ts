import type { ImportRun, ImportState } from '../api/contract.js';

export function isWorking(state: ImportState): boolean {
  return state === 'checking' || state === 'applying' || state === 'reversing';
}

/** Work that leaves the state alone: a checked list is looked at again after an answer to it. */
export function isLooking({ state, task }: Pick<ImportRun, 'state' | 'task'>): boolean {
  return state === 'checked' && (task?.status === 'queued' || task?.status === 'running');
}

/** Whether the run will say something else without anybody doing anything: work goes on, or the error workbook is still being written. */
export function mayChange(run: Pick<ImportRun, 'state' | 'task' | 'counts' | 'actions'>, whole = false): boolean {
  const hasFaults = run.counts !== null && run.counts.rejected + run.counts.warned > 0;
  return isWorking(run.state) || isLooking(run) || (!whole && run.state === 'checked' && hasFaults && !run.actions.includes('download-errors'));
}
