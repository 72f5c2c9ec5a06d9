import { describe, expect, it } from '@jest/globals';
import { digitsFromNumericCell } from './identity-digits.js';
import { isTemporaryNik, makeTemporaryNik, maskNik, type Nik, nikWarnings, parseNik } from './nik.js';
import { plainDate } from './plain-date.js';

const ON = plainDate('2026-11-24');

describe('reading a NIK (PP 40/2019 Ps.30–33; domain §2.1; rules, NIK)', () => {
  it.each([
    ['as it is', '3507260405900003', '3507260405900003'],
    ['spaces', '3507 2604 0590 0003', '3507260405900003'],
    ['dots', '35.07.26.040590.0003', '3507260405900003'],
    ['hyphens of every width', '350726-040590–0003', '3507260405900003'],
    ['a leading apostrophe', "'3507260405900003", '3507260405900003'],
    ['a typographic apostrophe', '’3507260405900003', '3507260405900003'],
    ['invisible characters of exports', '\u200b3507260405900003\u200e\ufeff', '3507260405900003'],
    ['no-break space, tab, line feed', '\u00a03507260405900003\t\n', '3507260405900003'],
    ['soft hyphen', '350726\u00ad0405900003', '3507260405900003'],
    ['a woman, day + 40', '3507264405900003', '3507264405900003'],
    ['a woman born on the 31st', '3507267112900001', '3507267112900001'],
    ['another regency', '3173010101800001', '3173010101800001'],
    ['an unknown province is only a warning', '9907260405900003', '9907260405900003'],
    ['30 February is only a warning', '3507263002900003', '3507263002900003'],
    ['a temporary NIK', '0350722200300001', '0350722200300001'],
    ['a temporary NIK whose digits are no date', '0350799299900001', '0350799299900001'],
  ])('accepts %s', (_, raw, nik) => expect(parseNik(raw)).toEqual({ ok: true, value: nik }));

  it.each([
    ['empty', '', 'NIK_EMPTY'],
    ['a hyphen', '-', 'NIK_EMPTY'],
    ['a lone zero: not issued yet', ' 0 ', 'NIK_EMPTY'],
    ['15 digits', '350726040590003', 'NIK_LENGTH'],
    ['17 digits', '35072604059000031', 'NIK_LENGTH'],
    ['a letter O for a zero', '350726O405900003', 'NIK_NOT_DIGITS'],
    ['a slash', '350726/0405900003', 'NIK_NOT_DIGITS'],
    ['an exponent of a spreadsheet', '3,50726E+15', 'NIK_NOT_DIGITS'],
    ['Arabic digits', '٣٥٠٧٢٦٠٤٠٥٩٠٠٠٠٣', 'NIK_NOT_DIGITS'],
    ['all zeros', '0000000000000000', 'NIK_ALL_ZERO'],
    ['day 00', '3507260005900003', 'NIK_DAY'],
    ['day 32', '3507263205900003', 'NIK_DAY'],
    ['day 40', '3507264005900003', 'NIK_DAY'],
    ['day 72', '3507267205900003', 'NIK_DAY'],
    ['month 00', '3507260400900003', 'NIK_MONTH'],
    ['month 13', '3507260413900003', 'NIK_MONTH'],
    ['serial 0000', '3507260405900000', 'NIK_SERIAL'],
  ])('refuses %s', (_, raw, code) => expect(parseNik(raw)).toMatchObject({ ok: false, code }));

  it('never repeats the number in its message', () => {
    const result = parseNik('350726O405900003');
    expect(result.ok ? '' : result.message).not.toContain('350726');
  });
});

describe('doubts about a NIK (domain §2.1)', () => {
  const nik = (digits: string): Nik => digits as Nik;
  it.each([
    ['nothing when all agree', '3507260405900003', '1990-05-04', 1, []],
    ['nothing for a woman when all agree', '3507264405900003', '1990-05-04', 2, []],
    ['nothing when the birth date and sex are unknown', '3507264405900003', null, null, []],
    ['nothing for either century of YY', '3507260405050003', '1905-06-04', 1, ['NIK_BIRTH_DATE_DIFFERS', 'AGE_OVER_120']],
    ['another birth date', '3507260405900003', '1990-05-05', 1, ['NIK_BIRTH_DATE_DIFFERS']],
    ['another year', '3507260405900003', '1991-05-04', 1, ['NIK_BIRTH_DATE_DIFFERS']],
    ['another sex', '3507264405900003', '1990-05-04', 1, ['NIK_SEX_DIFFERS']],
    ['another sex and date', '3507264405900003', '1990-05-06', 1, ['NIK_BIRTH_DATE_DIFFERS', 'NIK_SEX_DIFFERS']],
    ['an impossible calendar day', '3507263002900003', '1990-02-28', 1, ['NIK_DATE_IMPOSSIBLE']],
    ['31 April of a woman', '3507267104900003', '1990-04-30', 2, ['NIK_DATE_IMPOSSIBLE']],
    ['29 February in no leap year', '3507262902010003', '2001-02-28', 1, ['NIK_DATE_IMPOSSIBLE']],
    ['29 February 2000, though 1900 had none', '3507262902000003', '2000-02-29', 1, []],
    ['an unknown province', '2007260405900003', '1990-05-04', 1, ['NIK_PROVINCE_UNKNOWN']],
    ['a person of 121 years', '3507260405050003', '1905-05-04', 1, ['AGE_OVER_120']],
    ['a person of exactly 120 years', '3507262411060003', '1906-11-24', 1, []],
    ['a temporary NIK is compared with nothing', '0350722200300001', '1990-05-04', 1, []],
    ['a temporary NIK still has an age', '0350722200300001', '1890-05-04', 1, ['AGE_OVER_120']],
  ] as const)('%s', (_, digits, birth, sex, codes) => {
    const warnings = nikWarnings(nik(digits), { birthDate: birth === null ? null : plainDate(birth), sex, on: ON });
    expect(warnings.map(({ code }) => code)).toEqual(codes);
  });

  it.each(['11', '19', '21', '31', '36', '51', '53', '61', '65', '71', '76', '81', '82', '91', '97'])('knows province %s', (province) => {
    expect(nikWarnings(nik(`${province}07260405900003`), { birthDate: null, sex: null, on: ON })).toEqual([]);
  });
  it.each(['10', '20', '22', '30', '37', '50', '54', '66', '77', '80', '83', '90', '98'])('doubts province %s', (province) => {
    expect(nikWarnings(nik(`${province}07260405900003`), { birthDate: null, sex: null, on: ON })).toHaveLength(1);
  });
});

describe('temporary NIK (practice of OpenSID; domain §2.1)', () => {
  it('is 0, the village code and five digits', () => {
    expect(makeTemporaryNik('35.07.22.2003', 1)).toBe('0350722200300001');
    expect(makeTemporaryNik('3507051001', 99_999)).toBe('0350705100199999');
  });
  it('is read back as temporary', () => expect(parseNik(makeTemporaryNik('35.07.22.2003', 42)).ok).toBe(true));
  it.each(['3507260405900003', '0000000000000000', '0350722200300000', '0990722200300001', '0350722900300001', '0', ''])('%p is not temporary', (digits) => {
    expect(isTemporaryNik(digits)).toBe(false);
  });
  it('refuses other codes and sequences', () => {
    expect(() => makeTemporaryNik('35.07.22', 1)).toThrow('VILLAGE_CODE_INVALID');
    expect(() => makeTemporaryNik('35.07.22.2003', 0)).toThrow('TEMPORARY_SEQUENCE_OUT_OF_RANGE');
    expect(() => makeTemporaryNik('35.07.22.2003', 100_000)).toThrow('TEMPORARY_SEQUENCE_OUT_OF_RANGE');
  });
});

describe('masking (UU 27/2022; domain §7.1)', () => {
  it('shows region and serial inside the office, only the serial in public', () => {
    expect(maskNik('3507260405900003')).toBe('350726******0003');
    expect(maskNik('3507260405900003', 'public')).toBe('************0003');
  });
  it('hides anything of another length whole', () => expect(maskNik('350726')).toBe('****************'));
});

describe('a NIK in a numeric spreadsheet cell (rules, NIK)', () => {
  it.each([
    [3_507_260_405_900_003, '3507260405900003', false],
    [3_507_260_405_900_010, '3507260405900010', true],
    [0, '0', false],
  ])('%i keeps its digits', (value, digits, doubtful) => expect(digitsFromNumericCell(value)).toEqual({ ok: true, digits, doubtful }));

  it.each([3_507_260_405_900_000, 9_107_260_405_900_004, 3.5, -1, Number.NaN])('%p is damaged', (value) => {
    expect(digitsFromNumericCell(value)).toMatchObject({ ok: false, code: 'NUMBER_CELL_DAMAGED' });
  });
});
