import { describe, expect, it } from '@jest/globals';
import type { Me } from '../api/contract.js';
import { passwordRules, sameSoFar } from './password-rules.js';

const me = { username: 'sri.pujonkidul', name: 'Sri Wahyuni', unit: { name: 'Pujon Kidul' } } as Me;
const met = (next: string, again = next) => passwordRules(me, next, again).map((rule) => rule.met);

describe('the rules shown while a password is typed', () => {
  it('accepts a long sentence of one’s own', () => {
    expect(met('kopi tubruk pagi')).toEqual([true, true, true, true]);
  });

  it('refuses the user name, also with digits behind it', () => {
    expect(met('sri.pujonkidul')[1]).toBe(false);
    expect(met('sri.pujonkidul123')[1]).toBe(false);
    expect(met('pujon kidul')[1]).toBe(false);
  });

  it('refuses runs and repeated letters', () => {
    expect(met('1234567890')[2]).toBe(false);
    expect(met('abcdefghijkl')[2]).toBe(false);
    expect(met('aaaaaaaaaaaa')[2]).toBe(false);
  });

  it('does not complain while the repetition is still being typed', () => {
    expect(sameSoFar('kopi tubruk', 'kopi tu')).toBe(true);
    expect(sameSoFar('kopi tubruk', 'kopi te')).toBe(false);
  });
});
