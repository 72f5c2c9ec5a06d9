import { describe, expect, it } from '@jest/globals';
import type { ImportRun } from '../api/contract.js';
import { isRefused, mayChange } from './import-states.js';

const checked = (changes: Partial<ImportRun>) => ({
  state: 'checked', task: null, actions: ['apply', 'cancel'], counts: { total: 2, accepted: 1, warned: 0, rejected: 1, unchanged: 0, changed: 0, families: 1 }, ...changes,
}) as ImportRun;

describe('a run is asked for again', () => {
  it.each(['checking', 'applying', 'reversing'] as const)('while it is %s', (state) => expect(mayChange(checked({ state }))).toBe(true));
  it('while a checked list is looked at once more', () => expect(mayChange(checked({ counts: null, task: { id: 't', status: 'running', progress: null } }))).toBe(true));
  it('until the workbook of its errors is there', () => {
    expect(mayChange(checked({}))).toBe(true);
    expect(mayChange(checked({ actions: ['apply', 'cancel', 'download-errors'] }))).toBe(false);
  });
  it('not for a workbook that a list taken whole never gets', () => expect(mayChange(checked({}), true)).toBe(false));
  it('no more without errors, or after it was applied', () => {
    expect(mayChange(checked({ counts: null }))).toBe(false);
    expect(mayChange(checked({ state: 'applied' }))).toBe(false);
  });
});

it('a list taken whole is refused for one faulty row, any other is not', () => {
  expect(isRefused(checked({}), true)).toBe(true);
  expect(isRefused(checked({}), false)).toBe(false);
  expect(isRefused(checked({ counts: null }), true)).toBe(false);
  expect(isRefused(checked({ state: 'applied' }), true)).toBe(false);
});
