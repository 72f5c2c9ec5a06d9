import { describe, expect, it } from '@jest/globals';
import type { Cell } from '#imports';
import { plainDate } from '#values';
import { ASSESSMENT_COLUMNS, type AssessmentColumn } from './assessment-columns.js';
import { checkAssessment, isNoBill } from './check-assessment.js';

type Given = Partial<Record<AssessmentColumn, string | number | Cell>>;
const context = { taxYear: 2026, dueOn: plainDate('2026-09-30'), dayOfSerial: (serial: number) => (serial === 46_295 ? plainDate('2026-09-30') : null) };
const good: Given = { nop: '35.07.130.005.012-0045.0', payerName: 'SULASTRI', amount: 'Rp 12.500' };

const cellOf = (value: Given[AssessmentColumn]): Cell =>
  value === undefined ? { kind: 'empty', value: null } : typeof value === 'object' ? value : typeof value === 'number' ? { kind: 'number', value } : { kind: 'text', value };
const cells = (given: Given): Cell[] => ASSESSMENT_COLUMNS.map((column) => cellOf(given[column]));
const check = (given: Given, at: Partial<typeof context> | { taxYear: null } | { dueOn: null } = {}) => checkAssessment(cells({ ...good, ...given }), { ...context, ...at });
const codes = (given: Given, at = {}) => check(given, at).issues.map(({ severity, field, code }) => `${severity} ${field} ${code}`);

describe('a row of a tax list', () => {
  it('is read with what the layout leaves out', () => {
    expect(check({ landArea: '1.250', buildingArea: 36, rt: 'RT 3', rw: '002', managedBy: 'P. DARMO', place: 'DUSUN KRAJAN' })).toEqual({
      issues: [],
      record: {
        nop: '350713000501200450', taxYear: 2026, amount: 12_500n, taxBook: 1, dueOn: '2026-09-30', paid: false, payerName: 'SULASTRI', payerAddress: null, managedBy: 'P. DARMO',
        address: null, place: 'DUSUN KRAJAN', rt: '003', rw: '002', landArea: 1250, buildingArea: 36, landClass: null, buildingClass: null,
      },
    });
  });

  it.each<[string, Given, bigint]>([
    ['a number', { amount: 12_500 }, 12_500n],
    ['grouped text', { amount: '1.234.567' }, 1_234_567n],
    ['with cents of nothing', { amount: 'Rp12.500,00' }, 12_500n],
    ['the change, when there is one', { amount: 12_500, changedAmount: '13.675' }, 13_675n],
    ['a change of nothing is none', { amount: 12_500, changedAmount: '-' }, 12_500n],
    ['a change of 0 is none', { amount: 12_500, changedAmount: 0 }, 12_500n],
    ['nil', { amount: 0 }, 0n],
  ])('owes %s', (_case, given, amount) => expect(check(given).record?.amount).toBe(amount));

  it.each<[string, Given, string[]]>([
    ['a NOP the spreadsheet took for a number', { nop: 350713000501200450 }, ['error nop NOP_DAMAGED']],
    ['a NOP of 17 digits', { nop: '3507130005012004' }, ['error nop NOP_LENGTH']],
    ['a NOP with letters', { nop: '35.07.130.005.012-0045.A' }, ['error nop NOP_NOT_DIGITS']],
    ['no NOP', { nop: '-' }, ['error nop NOP_EMPTY']],
    ['an unusual kind', { nop: '35.07.130.005.012-0045.3' }, ['warning nop NOP_KIND_UNKNOWN']],
    ['no name', { payerName: ' ' }, ['error payerName NAME_EMPTY']],
    ['no amount', { amount: undefined as never }, ['error amount AMOUNT_EMPTY']],
    ['cents', { amount: 12_500.5 }, ['error amount AMOUNT_UNREADABLE']],
    ['a negative amount', { amount: -500 }, ['error amount AMOUNT_NEGATIVE']],
    ['words for an amount', { amount: 'dua belas ribu' }, ['error amount AMOUNT_UNREADABLE']],
    ['a change nobody can read', { changedAmount: '12.5' }, ['error changedAmount AMOUNT_UNREADABLE']],
    ['nil', { amount: 0 }, ['warning amount AMOUNT_ZERO']],
    ['a change of 0', { changedAmount: '0' }, ['warning changedAmount CHANGE_ZERO']],
    ['a year of two digits', { taxYear: '26' }, ['error taxYear YEAR_UNREADABLE']],
    ['a due date of no calendar', { dueOn: '31-09-2026' }, ['error dueOn DUE_UNREADABLE']],
    ['a due date of another age', { dueOn: '30-09-2016' }, ['warning dueOn DUE_OUTSIDE']],
    ['a status nobody knows', { paid: 'mungkin' }, ['error paid PAID_UNREADABLE']],
    ['an area in words', { landArea: 'luas' }, ['warning landArea AREA_UNREADABLE']],
    ['an RT in words', { rt: 'atas' }, ['warning rt RT_UNREADABLE']],
    ['a name with a sign no font has', { payerName: 'SULASTRI 😀' }, ['warning payerName TEXT_CHARACTER']],
    ['a formula', { amount: { kind: 'formula', value: 12_500 } }, ['error amount FORMULA_CELL']],
  ])('is told of %s', (_case, given, expected) => expect(codes(given)).toEqual(expected));

  it('needs a year and a due date from somewhere', () => {
    expect(codes({}, { taxYear: null, dueOn: null })).toEqual(['error taxYear YEAR_MISSING', 'error dueOn DUE_MISSING']);
    expect(check({ taxYear: 2025, dueOn: '30 September 2025' }, { taxYear: null, dueOn: null }).record).toMatchObject({ taxYear: 2025, dueOn: '2025-09-30' });
    expect(check({ dueOn: 46_295 }, { dueOn: null }).record?.dueOn).toBe('2026-09-30');
  });

  it.each<[Given, boolean]>([
    [{ paid: 'Lunas' }, true], [{ paid: 'LUNAS' }, true], [{ paid: 2 }, true], [{ paid: 'Belum' }, false], [{ paid: 'Terhutang' }, false], [{ paidOn: '12-03-2026' }, true], [{ paid: 'Belum', paidOn: '12-03-2026' }, false], [{ paidOn: '-' }, false],
  ])('%j is paid: %s', (given, paid) => expect(check(given).record?.paid).toBe(paid));
});

describe('a line that is no bill', () => {
  it.each<[string, Given, boolean]>([
    ['nothing at all', {}, true],
    ['the total of a page', { payerName: 'Jumlah Halaman Ini', amount: '250.000' }, true],
    ['the grand total in the column of NOPs', { nop: 'JUMLAH GRAND TOTAL', amount: 250_000 }, true],
    ['an amount alone', { amount: '1.250.000' }, true],
    ['headings repeated on the next page', { nop: 'NOP', payerName: 'NAMA WAJIB PAJAK', amount: 'PAJAK TERHUTANG' }, true],
    ['a bill', good, false],
    ['a bill that lost its NOP', { payerName: 'SULASTRI', amount: 12_500 }, false],
    ['a payer called Total', { ...good, payerName: 'TOTAL SEJAHTERA' }, false],
  ])('%s: %s', (_case, given, expected) => expect(isNoBill(cells(given))).toBe(expected));
});
