import { describe, expect, it } from '@jest/globals';
import { letterPermissions } from '../letters.permissions.js';
import { type LetterAction, type LetterStatus, letterWorkflow, openActions } from './letter.workflow.js';

const everything = new Set<string>(letterPermissions);

describe('the workflow of a letter', () => {
  it.each<[LetterStatus, Partial<Record<LetterAction, LetterStatus>>]>([
    ['requested', { edit: 'requested', verify: 'verified', return: 'returned', reject: 'rejected' }],
    ['returned', { edit: 'requested', reject: 'rejected' }],
    ['verified', { return: 'returned', reject: 'rejected', approve: 'approved' }],
    ['approved', {}],
    ['failed', { render: 'approved', void: 'voided' }],
    ['issued', { print: 'issued', void: 'voided', replace: 'replaced' }],
    ['rejected', {}],
    ['voided', {}],
    ['replaced', {}],
  ])('allows from %s exactly these acts', (status, expected) => {
    const table = Object.fromEntries(Object.entries(letterWorkflow[status]).map(([action, { to }]) => [action, to]));
    expect(table).toEqual(expected);
    expect(openActions(status, everything)).toEqual(Object.keys(expected));
  });

  it('offers an act only to whoever holds its permission', () => {
    expect(openActions('verified', new Set(['letter.return']))).toEqual(['return']);
    expect(openActions('issued', new Set(['letter.read']))).toEqual([]);
    expect(openActions('issued', new Set(['letter.verify']))).toEqual(['replace']);
  });
});
