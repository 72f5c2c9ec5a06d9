import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { auditLines } from './audit-detail.js';
import { ACTION_WORDS, reasonWords, SUBJECT_WORDS } from './audit-words.js';

const sources = readdirSync('libs', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts') && !/spec\.ts$|^values/.test(path)).map((path) => readFileSync(`libs/${path}`, 'utf8'));

/** `'a' | 'b'` after `subjectType:`, as a literal or as a type. */
const subjectsIn = (source: string): string[] => [...source.matchAll(/subjectType: ((?:'[a-z-]+'(?: \| )?)+)/g)].flatMap(([, union = '']) => union.split(' | ').map((one) => one.slice(1, -1)));

/** What stands behind `action:`; a name made of the kind of record counts once for each kind its file names. */
const actionsIn = (source: string): string[] =>
  [...source.matchAll(/\baction: (?:'([^']+)'|`([^`]+)`)/g)].flatMap(([, plain, made = '']) => plain ?? [...new Set(subjectsIn(source))].map((subject) => made.replace('${subjectType}', subject)));

const said = (names: string[], words: Readonly<Record<string, string>>) => [...new Set(names)].filter((name) => words[name] === undefined);

describe('the words of the trail', () => {
  it('hold every act that is written anywhere', () => {
    const actions = sources.flatMap(actionsIn);
    expect(new Set(actions).size).toBeGreaterThan(45);
    expect(actions).toEqual(expect.arrayContaining(['family.searched', 'letter.printed', 'account.locked']));
    expect(said(actions, ACTION_WORDS)).toEqual([]);
  });

  it('hold no act that nobody writes', () => {
    expect(said(Object.keys(ACTION_WORDS), Object.fromEntries(sources.flatMap(actionsIn).map((name) => [name, name])))).toEqual([]);
  });

  it('hold every kind of record an act is done to', () => {
    const kinds = sources.flatMap(subjectsIn);
    expect(new Set(kinds).size).toBeGreaterThan(10);
    expect(said(kinds, SUBJECT_WORDS)).toEqual([]);
  });

  it('hold every reason the application gives by itself, and leave alone what a person typed', () => {
    const given = readFileSync('libs/identity/src/session/refresh-session.ts', 'utf8').match(/const reused = '([^']+)'/)?.[1] ?? '';
    expect(given).not.toBe('');
    expect(reasonWords(given)).toContain('sesi diputus');
    expect([reasonWords('salah ketik'), reasonWords(null)]).toEqual(['salah ketik', null]);
  });

  it('say a view of a letter’s file no more than it is', () => {
    expect(ACTION_WORDS['letter.printed']).toBe('Membuka berkas surat');
  });
});

describe('what an entry keeps', () => {
  it('is told in words: old and new, counts, facts', () => {
    expect(auditLines({ maySign: [false, true], status: ['verified', 'approved'], endedOn: [null, '2026-11-24'], value: ['as-shipped', { amount: 3, unit: 'month' }], accepted: 1234, role: [null, 'operator'], unheardOf: { a: 1 } })).toEqual([
      { label: 'Menandatangani surat', text: 'tidak → ya' }, { label: 'Status', text: 'diperiksa → disetujui' }, { label: 'Selesai menjabat', text: '– → 24 November 2026' }, { label: 'Nilai', text: 'bawaan → 3 bulan' },
      { label: 'Jumlah', text: '1.234 masuk' }, { label: 'Peran', text: '– → Operator' }, { label: 'unheardOf', text: '{"a":1}' },
    ]);
    expect(auditLines(null)).toEqual([]);
  });

  it('has a word for every field of a resident', () => {
    const fields = /ROW_FIELDS: readonly RowField\[\] = \[(.*?)\]/s.exec(readFileSync('libs/residents/src/resident/resident-fields.ts', 'utf8'))?.[1]?.match(/\w+/g) ?? [];
    expect(fields.length).toBeGreaterThan(40);
    expect(fields.filter((field) => auditLines({ [field]: [1, 2] })[0]?.label === field)).toEqual([]);
  });

  it('calls a letter’s fields as its type does', () => {
    expect(auditLines({ purpose: ['a', 'b'] }, new Map([['purpose', 'Keperluan']]))).toEqual([{ label: 'Keperluan', text: 'a → b' }]);
    expect(auditLines({ religion: [1, null] }, undefined, (_field, value) => (value === '1' ? 'Islam' : undefined))).toEqual([{ label: 'Agama', text: 'Islam → –' }]);
  });
});
