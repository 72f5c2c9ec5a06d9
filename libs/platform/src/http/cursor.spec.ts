import { describe, expect, it } from '@jest/globals';
import { decodeCursor, encodeCursor, page } from './cursor.js';

describe('a cursor', () => {
  it('carries the position back', () => {
    expect(decodeCursor(encodeCursor({ search: 'siti' }, ['SITI', 'id-1', null, 3]), { search: 'siti' })).toEqual(['SITI', 'id-1', null, 3]);
  });

  it('counts a filter left out as one not given, whatever the order', () => {
    expect(decodeCursor(encodeCursor({ b: 1, a: undefined }, ['x']), { b: 1 })).toEqual(['x']);
  });

  it.each([
    ['made for another filter', encodeCursor({ search: 'siti' }, ['x'])],
    ['not ours', 'abc'],
    ['not JSON', Buffer.from('[').toString('base64url')],
    ['not an array', Buffer.from('{"a":1}').toString('base64url')],
  ])('is refused when it is %s', (_why, cursor) => {
    expect(() => decodeCursor(cursor, { search: 'budi' })).toThrow(expect.objectContaining({ code: 'CURSOR_MISMATCH', status: 422 }));
  });

  it('is absent on the last page', () => {
    const cut = (rows: number[]) => page(rows, 2, {}, (n) => [n], (n) => n * 10);
    expect(cut([1, 2])).toEqual({ items: [10, 20], next: null });
    const first = cut([1, 2, 3]);
    expect(first.items).toEqual([10, 20]);
    expect(decodeCursor(first.next ?? '', {})).toEqual([2]);
  });
});
