import { describe, expect, it } from '@jest/globals';
import { type Evidence, type Pair, type Rule, verdict } from '../support/leak-verdict.js';

const pair = (status: number, text = `problem ${status}`): Pair => ({ known: { status, text }, unknown: { status, text } });
const tight: Evidence = { owner: { status: 200, text: 'SITI' }, stranger: pair(404), powerless: pair(403), nobody: pair(401), untouched: true };
const secrets = ['SITI', '3507996101880001'];
const judged = (rule: Rule, changes: Partial<Evidence>): string => verdict(rule, { ...tight, ...changes }, secrets).join('; ');

describe('the verdict of the leak walk', () => {
  it('finds nothing where nothing leaks', () => {
    expect(judged('hidden', {})).toBe('');
    expect(judged('as-unknown', { stranger: pair(200, '{"items":[]}'), powerless: null })).toBe('');
    expect(judged('nothing-of-it', { stranger: { known: { status: 200, text: '[]' }, unknown: { status: 422, text: 'x' } } })).toBe('');
    expect(judged('refused', { stranger: { known: { status: 403, text: 'a' }, unknown: { status: 404, text: 'b' } } })).toBe('');
  });

  it.each<[string, Rule, Partial<Evidence>, string]>([
    ['an answer instead of 404', 'hidden', { stranger: pair(200) }, 'is answered 200, not 404'],
    ['a 403 that says the record exists', 'hidden', { stranger: { known: { status: 403, text: 'x' }, unknown: { status: 404, text: 'x' } } }, 'is answered 403, not 404'],
    ['another wording of the same 404', 'hidden', { stranger: { known: { status: 404, text: 'of another village' }, unknown: { status: 404, text: 'not found' } } }, 'can tell it from an unknown one'],
    ['a name inside the refusal', 'hidden', { stranger: pair(404, 'SITI is not yours') }, 'is told SITI'],
    ['a number inside a list', 'nothing-of-it', { stranger: pair(200, '["3507996101880001"]') }, 'is told 3507996101880001'],
    ['a conflict where an unknown id is missing', 'as-unknown', { stranger: { known: { status: 409, text: 'taken' }, unknown: { status: 404, text: 'none' } } }, 'can tell it from an unknown one'],
    ['a failure of the server', 'nothing-of-it', { stranger: pair(500) }, 'is answered 500'],
    ['a village that lets strangers in', 'refused', { stranger: pair(200) }, 'no refusal'],
    ['404 before 403 for a role without the right', 'hidden', { powerless: { known: { status: 403, text: 'x' }, unknown: { status: 404, text: 'x' } } }, 'asking for the unknown one is answered 404, not 403'],
    ['an open door for nobody', 'hidden', { nobody: pair(200) }, 'nobody asking for the known one is answered 200, not 401'],
    ['a record the village itself does not find', 'hidden', { owner: { status: 404, text: '' } }, 'the walk proves nothing'],
    ['a refusal that changed the record all the same', 'hidden', { untouched: false }, 'the first village was changed'],
  ])('notices %s', (_what, rule, changes, finding) => {
    expect(judged(rule, changes)).toContain(finding);
  });
});
