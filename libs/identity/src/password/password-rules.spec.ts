import { describe, expect, it } from '@jest/globals';
import { weakPassword } from './password-rules.js';

const own = { username: 'siti.aminah', name: 'Siti Aminah', unitName: 'Landungsari' };
const code = (password: string): string | undefined => weakPassword(password, own)?.code;

describe('a new password', () => {
  it.each([
    ['pendek', 'TOO_SHORT'],
    ['siti.aminah', 'OWN_NAME'],
    ['SitiAminah1', 'OWN_NAME'],
    ['landungsari2026', 'OWN_NAME'],
    ['password123', 'TOO_COMMON'],
    ['bismillah123', 'TOO_COMMON'],
    ['1234567890', 'TOO_COMMON'],
    ['0987654321', 'TOO_COMMON'],
    ['abcdefghijk', 'TOO_COMMON'],
    ['aaaaaaaaaaaa', 'TOO_COMMON'],
  ])('refuses %s as %s', (password, refusal) => {
    expect(code(password)).toBe(refusal);
  });

  it.each(['kopi tubruk pagi', 'sawah-hijau-7', '9571305820', 'Gunung Arjuno'])('accepts %s', (password) => {
    expect(code(password)).toBeUndefined();
  });
});
