import { describe, expect, it } from '@jest/globals';
import { Clock, Env, readEnv } from '#platform';
import { BillTokens, REPORT_MINUTES, TOKEN_MINUTES } from './bill-tokens.js';

const env = (letter: string): Env => new Env(readEnv({ DATABASE_URL: 'postgres://a:b@localhost/c', PAMONG_STORE_DIR: '/tmp/x', PAMONG_JWT_SECRET: 'x'.repeat(32), PAMONG_QR_KEYS: `1:${letter.repeat(43)}` }));
const clock = new Clock();
const tokens = new BillTokens(env('a'), clock);
const seen = { villageId: 390, objectId: '0199d5c4-7f2a-7c11-b0a4-1b2c3d4e5f60' };

describe('the address of a bill’s page', () => {
  it('says which object of which village, and never the same twice', () => {
    const token = tokens.seal(seen);
    expect(token).toMatch(/^[\w-]{70}$/);
    expect(tokens.open(token)).toEqual(seen);
    expect(tokens.seal(seen)).not.toBe(token);
  });

  it('shows nothing of what it says', () => {
    const bytes = Buffer.from(tokens.seal(seen), 'base64url').toString('hex');
    expect(bytes).not.toContain(seen.objectId.replaceAll('-', '').slice(0, 12));
  });

  it('runs out', () => {
    const token = tokens.seal(seen);
    clock.follow((TOKEN_MINUTES * 60 - 2) * 1000);
    expect(tokens.open(token)).toEqual(seen);
    clock.follow((TOKEN_MINUTES * 60 + 2) * 1000);
    expect(tokens.open(token)).toBeNull();
    clock.follow(0);
  });

  it('is good for a report a while longer, and not for ever', () => {
    const token = tokens.seal(seen);
    clock.follow((REPORT_MINUTES * 60 - 2) * 1000);
    expect([tokens.open(token), tokens.open(token, REPORT_MINUTES)]).toEqual([null, seen]);
    clock.follow((REPORT_MINUTES * 60 + 2) * 1000);
    expect(tokens.open(token, REPORT_MINUTES)).toBeNull();
    clock.follow(0);
  });

  it('is refused when one character is another, and under another key', () => {
    const token = tokens.seal(seen);
    for (let at = 0; at < token.length; at++) expect(tokens.open(token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1))).toBeNull();
    expect(new BillTokens(env('b'), clock).open(token)).toBeNull();
  });

  it.each(['', 'x', 'A'.repeat(70), 'A'.repeat(71), '%00', 'ü'.repeat(35)])('refuses %p', (text) => expect(tokens.open(text)).toBeNull());
});
