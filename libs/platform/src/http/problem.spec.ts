import { describe, expect, it } from '@jest/globals';
import { DomainError, invalidFields } from './domain-error.js';
import { toProblem } from './problem.js';

describe('a problem', () => {
  it('keeps the words of a domain refusal', () => {
    const problem = toProblem(invalidFields([{ field: 'nik', code: 'NIK_LENGTH', message: 'NIK harus 16 angka.' }]));
    expect(problem).toEqual({ type: 'about:blank', title: 'Unprocessable Entity', status: 422, code: 'INVALID_INPUT', detail: 'Ada isian yang perlu diperbaiki.', errors: [{ field: 'nik', code: 'NIK_LENGTH', message: 'NIK harus 16 angka.' }] });
    expect(toProblem(new DomainError('LETTER_NOT_APPROVABLE', 409, 'x'))).toMatchObject({ status: 409, code: 'LETTER_NOT_APPROVABLE' });
  });

  it.each<[string, unknown, number, string]>([
    ['a missing page of Nest', { getStatus: () => 404 }, 404, 'NOT_FOUND'],
    ['a body over Fastify’s limit', { statusCode: 413 }, 413, 'TOO_LARGE'],
    ['a full connection pool', new Error('timeout exceeded when trying to connect'), 503, 'TRY_AGAIN'],
    ['a statement over its time', { code: '57014' }, 503, 'TRY_AGAIN'],
    ['a teapot', { statusCode: 418 }, 418, 'INTERNAL'],
    ['something thrown that is no error', 'oops', 500, 'INTERNAL'],
  ])('answers %s', (_what, error, status, code) => {
    expect(toProblem(error)).toMatchObject({ status, code });
  });

  it('tells nothing of what a database error says', () => {
    expect(JSON.stringify(toProblem(new Error('duplicate key (nik)=(3507265403850003)')))).not.toContain('3507');
  });
});
