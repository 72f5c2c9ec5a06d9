import { describe, expect, it } from '@jest/globals';
import { decodeCursor, encodeCursor, page } from './cursor.js';

const id = '01a20d83-b79e-733c-9b91-1f2a508159da';
const at = '2026-11-24T03:12:00.000Z';

describe('a cursor', () => {
  it('carries the position back', () => {
    expect(decodeCursor(encodeCursor({ search: 'siti' }, ['SITI', id, at]), ['text', 'uuid', 'instant'], { search: 'siti' })).toEqual(['SITI', id, at]);
  });

  it('counts a filter left out as one not given, whatever the order', () => {
    expect(decodeCursor(encodeCursor({ b: 1, a: undefined }, ['x']), ['text'], { b: 1 })).toEqual(['x']);
  });

  it.each([
    ['made for another filter', encodeCursor({ search: 'siti' }, ['x', id])],
    ['not ours', 'abc'],
    ['not JSON', Buffer.from('[').toString('base64url')],
    ['not an array', Buffer.from('{"a":1}').toString('base64url')],
    ['of a forged id', encodeCursor({ search: 'budi' }, ['x', "1' or 1=1"])],
    ['too short', encodeCursor({ search: 'budi' }, ['x'])],
    ['too long', encodeCursor({ search: 'budi' }, ['x', id, id])],
    ['of a number', encodeCursor({ search: 'budi' }, [1 as never, id])],
    ['of a NUL no database reads', encodeCursor({ search: 'budi' }, ['x\u0000', id])],
  ])('is refused when it is %s', (_why, cursor) => {
    expect(() => decodeCursor(cursor, ['text', 'uuid'], { search: 'budi' })).toThrow(expect.objectContaining({ code: 'CURSOR_MISMATCH', status: 422 }));
  });

  it.each(['2026-13-45T99:00:00.000Z', '2026-11-24', 'now()'])('is refused with the instant %s', (instant) => {
    expect(() => decodeCursor(encodeCursor({}, [instant]), ['instant'], {})).toThrow(expect.objectContaining({ code: 'CURSOR_MISMATCH' }));
  });

  it('is absent on the last page', () => {
    const cut = (rows: string[]) => page(rows, 2, {}, (n) => [n], (n) => `${n}!`);
    expect(cut(['1', '2'])).toEqual({ items: ['1!', '2!'], next: null });
    const first = cut(['1', '2', '3']);
    expect(first.items).toEqual(['1!', '2!']);
    expect(decodeCursor(first.next ?? '', ['text'], {})).toEqual(['2']);
  });
});
