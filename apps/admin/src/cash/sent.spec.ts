import { describe, expect, it } from '@jest/globals';
import { Problem, Unreachable } from '../api/problem.js';
import { isRefusal } from './sent.js';

describe('an answer to a payment', () => {
  it('is final only when the server refused it', () => {
    expect([409, 403, 422].map((status) => isRefusal(new Problem({ status })))).toEqual([true, true, true]);
  });

  it('is awaited still when the connection was lost, the server failed, or was too busy', () => {
    expect([new Unreachable(), ...[408, 429, 500, 502, 503].map((status) => new Problem({ status }))].map(isRefusal)).toEqual([false, false, false, false, false, false]);
  });
});
