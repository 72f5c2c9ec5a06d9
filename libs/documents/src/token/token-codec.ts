import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { decodeBase32, encodeBase32 } from './base32.js';
import type { TokenKeys } from './token-keys.js';

/**
 * A token is 30 bytes: key version (1) · village (4, big-endian) · random (16) · MAC (9, the beginning of
 * HMAC-SHA256 over the rest). 30 bytes are 48 characters of base32 without a spare bit, which still fit a
 * QR code of 33 modules together with the address.
 */
const length = { village: 4, random: 16, mac: 9 } as const;
const signedLength = 1 + length.village + length.random;
const tokenLength = signedLength + length.mac;

/** Characters of a token as text. */
export const TOKEN_CHARACTERS = (tokenLength / 5) * 8;

const largestVillage = 2 ** 31 - 1;

/** What a token with a right MAC says, and the hash under which its row is found. */
export interface ReadToken {
  readonly villageId: number;
  readonly hash: Buffer;
}

/** A fresh token of a village: the text for the QR code, and the hash to keep. */
export function makeToken(villageId: number, keys: TokenKeys): { token: string; hash: Buffer } {
  if (!Number.isInteger(villageId) || villageId < 0 || villageId > largestVillage) throw new Error('a village is an integer from 0 to 2147483647');
  const signed = Buffer.alloc(signedLength);
  signed.writeUInt8(keys.current, 0);
  signed.writeUInt32BE(villageId, 1);
  randomBytes(length.random).copy(signed, 1 + length.village);
  const bytes = Buffer.concat([signed, macOf(signed, keyOf(keys, keys.current))]);
  return { token: encodeBase32(bytes), hash: hashOf(bytes) };
}

/**
 * Reads a token from paper, capitals or not, with or without spaces and hyphens. Needs no database, so a
 * forged one costs nothing.
 * @returns null for whatever we did not sign
 */
export function readToken(text: string, keys: TokenKeys): ReadToken | null {
  const plain = text.replace(/[\s-]/g, '');
  if (plain.length !== TOKEN_CHARACTERS) return null;
  const bytes = decodeBase32(plain);
  if (!bytes) return null;
  const key = keys.byVersion.get(bytes.readUInt8(0));
  if (!key) return null;
  const signed = bytes.subarray(0, signedLength);
  if (!timingSafeEqual(macOf(signed, key), bytes.subarray(signedLength))) return null;
  return { villageId: bytes.readUInt32BE(1), hash: hashOf(bytes) };
}

/** `7K2M-9ZPX-…`: for typing from paper. */
export function groupToken(token: string): string {
  return token.match(/.{1,4}/g)?.join('-') ?? '';
}

function keyOf(keys: TokenKeys, version: number): Buffer {
  const key = keys.byVersion.get(version);
  if (!key) throw new Error(`no QR key of version ${version}`);
  return key;
}

/** The leading label keeps these MACs apart from any other use of the key. */
function macOf(signed: Buffer, key: Buffer): Buffer {
  return createHmac('sha256', key).update('pamong document token\0').update(signed).digest().subarray(0, length.mac);
}

function hashOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
