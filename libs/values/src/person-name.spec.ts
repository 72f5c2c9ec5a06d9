import { describe, expect, it } from '@jest/globals';
import { maskName, nameWarnings, normaliseName, parseName } from './person-name.js';

describe('reading names (Permendagri 73/2022 for new documents; old ones stay valid; domain §2.3)', () => {
  it.each([
    ['SUKARNO', 'SUKARNO'],
    ['  BUDI   SANTOSO ', 'BUDI SANTOSO'],
    ["Siti Nur'aini", "Siti Nur'aini"],
    ['Siti Nur’aini', "Siti Nur'aini"],
    ['Drs. H. Abd. Rahman-Saleh, M.Si.', 'Drs. H. Abd. Rahman-Saleh, M.Si.'],
    ['dr. Ayu bin Ali', 'dr. Ayu bin Ali'],
    ['BUDI\u00a0SANTOSO\u200b', 'BUDI SANTOSO'],
    ['José', 'José'],
    ['PAIJO (ALM)', 'PAIJO (ALM)'],
    ['PAIJO 2', 'PAIJO 2'],
    ['N', 'N'],
  ])('accepts %p', (raw, name) => {
    expect(parseName(raw)).toEqual({ ok: true, value: name });
    expect(normaliseName(raw)).toBe(name);
  });

  it.each([
    ['', 'NAME_EMPTY'],
    [' - ', 'NAME_EMPTY'],
    ['\u200b', 'NAME_EMPTY'],
    ['123', 'NAME_CHARACTER'],
    ['...', 'NAME_CHARACTER'],
    ['=SUM(A1)', 'NAME_CHARACTER'],
    ['BUDI <b>', 'NAME_CHARACTER'],
    ['BUDI_SANTOSO', 'NAME_CHARACTER'],
    ['BUDI 😀', 'NAME_CHARACTER'],
    ['محمد', 'NAME_CHARACTER'],
    ['A'.repeat(101), 'NAME_TOO_LONG'],
  ])('refuses %p with %s', (raw, code) => expect(parseName(raw)).toMatchObject({ ok: false, code }));

  it.each([
    ['BUDI SANTOSO', []],
    ['ALMIRA', []],
    ['PAIJO (ALM)', ['NAME_DECEASED_MARK']],
    ['SUMIATI (ALMH.)', ['NAME_DECEASED_MARK']],
    ['Alm. Paijo', ['NAME_DECEASED_MARK']],
    ['PAIJO ALMARHUM', ['NAME_DECEASED_MARK']],
    ['PAIJO 2', ['NAME_DIGITS']],
    ['SITI / AISYAH', ['NAME_MARKS']],
    ['A'.repeat(61), ['NAME_OVER_60']],
    ['A'.repeat(60), []],
  ])('%p warns of %j', (name, codes) => expect(nameWarnings(name).map(({ code }) => code)).toEqual(codes));
});

describe('masking names (domain §7.1)', () => {
  it.each([
    ['Budi Santoso', 'B*** S******'],
    ['SUKARNO', 'S******'],
    ["Siti  Nur'aini, S.Pd.", 'S*** N******** S****'],
    ["'Aisyah", '*A*****'],
    ['N', 'N'],
    ['PAIJO 2', 'P**** *'],
    ['', ''],
  ])('%p is shown as %p', (name, masked) => expect(maskName(name)).toBe(masked));
});
