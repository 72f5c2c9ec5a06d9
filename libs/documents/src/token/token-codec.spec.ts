import { describe, expect, it } from '@jest/globals';
import { decodeBase32, encodeBase32 } from './base32.js';
import { groupToken, makeToken, readToken, TOKEN_CHARACTERS } from './token-codec.js';
import { readTokenKeys } from './token-keys.js';
import { verificationUrl } from './verification-url.js';

const key = (letter: string): string => Buffer.alloc(32, letter).toString('base64url');
const keys = readTokenKeys(`1:${key('a')}`);
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('the token of a document', () => {
  it.each([0, 1, 390, 2 ** 31 - 1])('carries village %d and is found under one hash', (village) => {
    const { token, hash } = makeToken(village, keys);
    expect(token).toMatch(/^[0-9A-HJKMNP-TV-Z]{48}$/);
    expect(token).toHaveLength(TOKEN_CHARACTERS);
    expect(readToken(token, keys)).toEqual({ villageId: village, hash });
  });

  it('is never the same twice', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => makeToken(7, keys).token)).size).toBe(1_000);
  });

  it('is read in lower case, in groups, and with the letters people mistake', () => {
    const { token, hash } = makeToken(12, keys);
    expect(readToken(token.toLowerCase(), keys)?.hash).toEqual(hash);
    expect(readToken(groupToken(token), keys)?.hash).toEqual(hash);
    expect(readToken(` ${token.replaceAll('0', 'o').replaceAll('1', 'l')} `, keys)?.hash).toEqual(hash);
  });

  it('is refused when any one character is any other', () => {
    const { token } = makeToken(12, keys);
    const taken = Array.from(token).flatMap((letter, at) =>
      [...alphabet].filter((other) => other !== letter && readToken(token.slice(0, at) + other + token.slice(at + 1), keys) !== null));
    expect(taken).toEqual([]);
  });

  it.each(['', 'x', '0'.repeat(47), '0'.repeat(48), '0'.repeat(49), 'U'.repeat(48), '🂡'.repeat(24), 'ﬀ'.repeat(48), `%00${'0'.repeat(45)}`])('refuses %p', (text) => {
    expect(readToken(text, keys)).toBeNull();
  });

  it('is refused when its village was changed and the MAC kept', () => {
    const bytes = decodeBase32(makeToken(12, keys).token) ?? Buffer.alloc(0);
    bytes.writeUInt32BE(13, 1);
    expect(readToken(encodeBase32(bytes), keys)).toBeNull();
  });

  it('stays readable after a new key signs, and not without its own key', () => {
    const rotated = readTokenKeys(`1:${key('a')},2:${key('b')}`);
    const old = makeToken(12, keys).token;
    const fresh = makeToken(12, rotated).token;
    expect(readToken(old, rotated)).not.toBeNull();
    expect(readToken(fresh, rotated)).not.toBeNull();
    expect(readToken(fresh, keys)).toBeNull();
    expect(readToken(old, readTokenKeys(`1:${key('c')}`))).toBeNull();
  });
});

describe('the keys', () => {
  it.each([`256:${key('a')}`, `1:${key('a')},1:${key('b')}`, '1:short'])('refuses %s', (text) => {
    expect(() => readTokenKeys(text)).toThrow('PAMONG_QR_KEYS');
  });
});

describe('the address in the QR code', () => {
  it('is all capitals unless the public address has a path', () => {
    expect(verificationUrl('https://desa.malangkab.go.id', 'AB')).toBe('HTTPS://DESA.MALANGKAB.GO.ID/V/AB');
    expect(verificationUrl('http://localhost:3001/', 'AB')).toBe('HTTP://LOCALHOST:3001/V/AB');
    expect(verificationUrl('https://malangkab.go.id/desa/', 'AB')).toBe('https://malangkab.go.id/desa/V/AB');
  });
});
