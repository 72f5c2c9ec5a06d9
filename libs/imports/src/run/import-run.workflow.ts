export const IMPORT_STATES = ['checking', 'checked', 'applying', 'applied', 'reversing', 'reversed', 'failed', 'cancelled'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export type ImportAction = 'cancel' | 'apply' | 'reverse' | 'download-errors';

/** What a person may ask of a run. Running work is cancelled through its task, a checked list by itself. */
const ACTIONS: Record<ImportState, readonly ImportAction[]> = {
  checking: ['cancel'],
  checked: ['apply', 'cancel', 'download-errors'],
  applying: ['cancel'],
  applied: ['reverse', 'download-errors'],
  reversing: [],
  reversed: ['download-errors'],
  failed: ['download-errors'],
  cancelled: [],
};

export function actionsOf(run: { state: ImportState; errors_sha256: string | null }): ImportAction[] {
  return ACTIONS[run.state].filter((action) => action !== 'download-errors' || run.errors_sha256 !== null);
}
