import { describe, expect, it } from '@jest/globals';
import { hashPassword, passwordMatches, temporaryPassword } from './password-hash.js';

describe('password hashes', () => {
  it('are argon2id with 19 MiB, two passes and one lane', async () => {
    expect(await hashPassword('kopi tubruk pagi')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('match only their own password, and never without a user', async () => {
    const stored = await hashPassword('kopi tubruk pagi');
    expect(await passwordMatches(stored, 'kopi tubruk pagi')).toBe(true);
    expect(await passwordMatches(stored, 'kopi tubruk sore')).toBe(false);
    expect(await passwordMatches(null, 'kopi tubruk pagi')).toBe(false);
  });

  it('takes three groups of letters that cannot be mistaken for a temporary password', () => {
    expect(temporaryPassword()).toMatch(/^([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}$/);
    expect(temporaryPassword()).not.toBe(temporaryPassword());
  });
});
