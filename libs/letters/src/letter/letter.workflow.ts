import type { LetterPermission } from '../letters.permissions.js';

/**
 * requested → verified → approved (number given, PDF being made) → issued; or returned to the desk,
 * rejected. `failed` is an approved letter whose PDF could not be made: it keeps its number and is
 * rendered again. `voided` and `replaced` are the two ends of an issued letter.
 */
export type LetterStatus = 'requested' | 'verified' | 'returned' | 'rejected' | 'approved' | 'issued' | 'failed' | 'voided' | 'replaced';

export type LetterAction = 'edit' | 'verify' | 'return' | 'reject' | 'approve' | 'render' | 'void' | 'replace' | 'print';

interface Transition {
  readonly to: LetterStatus;
  readonly permission: LetterPermission;
}

/** status × action → next status and who may. What is not written here is refused. */
export const letterWorkflow: Record<LetterStatus, Partial<Record<LetterAction, Transition>>> = {
  requested: {
    edit: { to: 'requested', permission: 'letter.request' },
    verify: { to: 'verified', permission: 'letter.verify' },
    return: { to: 'returned', permission: 'letter.return' },
    reject: { to: 'rejected', permission: 'letter.reject' },
  },
  returned: {
    edit: { to: 'requested', permission: 'letter.request' },
    reject: { to: 'rejected', permission: 'letter.reject' },
  },
  verified: {
    return: { to: 'returned', permission: 'letter.return' },
    reject: { to: 'rejected', permission: 'letter.reject' },
    approve: { to: 'approved', permission: 'letter.approve' },
  },
  approved: {},
  failed: {
    render: { to: 'approved', permission: 'letter.print' },
    void: { to: 'voided', permission: 'letter.void' },
  },
  issued: {
    print: { to: 'issued', permission: 'letter.print' },
    void: { to: 'voided', permission: 'letter.void' },
    replace: { to: 'replaced', permission: 'letter.void' },
  },
  rejected: {},
  voided: {},
  replaced: {},
};

/** The actions open to a holder of `permissions` in `status`, in the order the screen offers them. */
export function openActions(status: LetterStatus, permissions: ReadonlySet<string>): LetterAction[] {
  return Object.entries(letterWorkflow[status])
    .filter(([, transition]) => permissions.has(transition.permission))
    .map(([action]) => action as LetterAction);
}
