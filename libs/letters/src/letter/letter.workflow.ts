import type { LetterPermission } from '../letters.permissions.js';

/**
 * requested → verified → approved (number given, PDF being made) → issued; or returned to the desk,
 * rejected. `failed` is an approved letter whose PDF could not be made: it keeps its number and is
 * rendered again. `voided` and `replaced` are the two ends of an issued letter; it becomes `replaced` when its
 * replacement is issued, not when that is requested.
 */
export type LetterStatus = 'requested' | 'verified' | 'returned' | 'rejected' | 'approved' | 'issued' | 'failed' | 'voided' | 'replaced';

export type LetterAction = 'edit' | 'verify' | 'return' | 'reject' | 'approve' | 'render' | 'void' | 'replace' | 'print';

interface Transition {
  readonly to: LetterStatus;
  /** Any one of them suffices. */
  readonly permissions: readonly LetterPermission[];
}

/** status × action → next status and who may. What is not written here is refused. */
export const letterWorkflow: Record<LetterStatus, Partial<Record<LetterAction, Transition>>> = {
  requested: {
    edit: { to: 'requested', permissions: ['letter.request'] },
    verify: { to: 'verified', permissions: ['letter.verify'] },
    return: { to: 'returned', permissions: ['letter.return'] },
    reject: { to: 'rejected', permissions: ['letter.reject'] },
  },
  returned: {
    edit: { to: 'requested', permissions: ['letter.request'] },
    reject: { to: 'rejected', permissions: ['letter.reject'] },
  },
  verified: {
    return: { to: 'returned', permissions: ['letter.return'] },
    reject: { to: 'rejected', permissions: ['letter.reject'] },
    approve: { to: 'approved', permissions: ['letter.approve'] },
  },
  approved: {},
  failed: {
    render: { to: 'approved', permissions: ['letter.print'] },
    void: { to: 'voided', permissions: ['letter.void'] },
  },
  issued: {
    print: { to: 'issued', permissions: ['letter.print'] },
    void: { to: 'voided', permissions: ['letter.void'] },
    // The desk may prepare the correction: nothing is revoked until the head approved it and its paper exists.
    replace: { to: 'replaced', permissions: ['letter.verify', 'letter.void'] },
  },
  rejected: {},
  voided: {},
  replaced: {},
};

/** The actions open to a holder of `permissions` in `status`, in the order the screen offers them. */
export function openActions(status: LetterStatus, permissions: ReadonlySet<string>): LetterAction[] {
  return Object.entries(letterWorkflow[status])
    .filter(([, transition]) => transition.permissions.some((permission) => permissions.has(permission)))
    .map(([action]) => action as LetterAction);
}
