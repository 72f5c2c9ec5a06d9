import { describe, expect, it } from '@jest/globals';
import { codeTable, displayLabel, findCode, officialLabel } from './code-table.js';
import { CODE_TABLES, type CodeTableName } from './code-tables.js';
import { findMaritalStatus, maritalLabel } from './family-tables.js';
import { contraceptionFits } from './health-tables.js';
import { readingInitials } from './person-tables.js';
import { cardStatusFromSiak } from './registration-tables.js';

const find = (name: CodeTableName, raw: number | string): number | null => findCode(CODE_TABLES[name], raw);

describe('code tables (SIAK codes of F-1.01; domain §2.4)', () => {
  it.each([
    ['sex', [1, 2]],
    ['religion', [1, 2, 3, 4, 5, 6, 7]],
    ['education', upTo(10)],
    ['educationInProgress', upTo(18)],
    ['occupation', upTo(89)],
    ['maritalStatus', upTo(4)],
    ['familyPosition', upTo(11)],
    ['citizenship', upTo(3)],
    ['bloodType', upTo(13)],
    ['disability', upTo(7)],
    ['chronicIllness', upTo(14)],
    ['contraception', [...upTo(7), 99]],
    ['pregnancy', [1, 2]],
    ['identityCard', [1, 2, 3]],
    ['recordingStatus', upTo(8)],
    ['insurance', [1, 2, 3, 4, 99]],
    ['basicStatus', [1, 2, 3, 4, 6, 9]],
    ['residentStatus', [1, 2]],
    ['reading', upTo(6)],
  ] as const)('%s has exactly its codes', (name, codes) => {
    expect(CODE_TABLES[name].rows.map(({ code }) => code)).toEqual(codes);
    expect(CODE_TABLES[name].name).toBe(name);
  });

  it.each(Object.values(CODE_TABLES))('every label of $name is read back, in any case and spacing', (table) => {
    for (const { code, display, official } of table.rows) {
      for (const text of [display, official, display.toLowerCase(), ` ${official.split('').join(' ')} `, official.replaceAll('/', ' / ')]) {
        expect([text, findCode(table, text)]).toEqual([text, code]);
      }
      expect(findCode(table, code)).toBe(code);
      expect(findCode(table, String(code))).toBe(code);
      expect(displayLabel(table, code)).toBe(display);
      expect(officialLabel(table, code)).toBe(official);
    }
  });

  it('shows sentence case on screens and upper case in registers', () => {
    expect(displayLabel(CODE_TABLES.maritalStatus, 1)).toBe('Belum kawin');
    expect(officialLabel(CODE_TABLES.maritalStatus, 1)).toBe('BELUM KAWIN');
    expect(officialLabel(CODE_TABLES.occupation, 7)).toBe('KEPOLISIAN RI (POLRI)');
    expect(officialLabel(CODE_TABLES.education, 7)).toBe('AKADEMI/ DIPLOMA III/S. MUDA');
    expect(displayLabel(CODE_TABLES.occupation, null)).toBeNull();
    expect(officialLabel(CODE_TABLES.occupation, 90)).toBeNull();
  });

  it('refuses a table in which one word means two things', () => {
    expect(() => codeTable('x', 'X', [[1, 'A B'], [2, 'a-b']])).toThrow('WORD_TWICE');
    expect(() => codeTable('x', 'X', [[1, 'A'], [1, 'B']])).toThrow('CODE_TWICE');
  });
});

describe('what files write (opensid-family §1.3, §2.1; rules)', () => {
  it.each([
    ['identityCard', 3, 3],
    ['identityCard', 'ktp el', 2],
    ['occupation', 89, 89],
    ['occupation', '89', 89],
    ['occupation', 99, 89],
    ['occupation', '99', 89],
    ['occupation', 'Lainnya', 89],
    ['occupation', 'PNS', 5],
    ['occupation', 'Anggota Kabinet/Kementerian', 54],
    ['occupation', 'ANGGOTA DPRD KAB/KOTA', 63],
    ['insurance', 4, 4],
    ['insurance', '99', 99],
    ['sex', 'L', 1],
    ['sex', 'lk', 1],
    ['sex', 'Laki - Laki', 1],
    ['sex', 'P', 2],
    ['sex', 'Pr', 2],
    ['maritalStatus', 'BK', 1],
    ['maritalStatus', 'K', 2],
    ['maritalStatus', 'CH', 3],
    ['maritalStatus', 'CM', 4],
    ['education', 'Tidak/Blm Sekolah', 1],
    ['education', 'Tidak Tamat SD/Sederajat', 2],
    ['education', 'slta/sederajat', 5],
    ['education', 'SLTA / SEDERAJAT', 5],
    ['education', 'Akademi/Diploma III/Sarjana Muda', 7],
    ['education', 'Strata-II', 9],
    ['education', 'Diploma I/II', 6],
    ['education', 'DIPLOMA I-II', 6],
    ['education', 'Diploma III', 7],
    ['bloodType', 'Tdk Th', 13],
    ['bloodType', 'AB', 3],
    ['bloodType', 'ab +', 9],
    ['bloodType', 'O−', 12],
    ['religion', 'Katolik', 3],
    ['religion', 'Buddha', 5],
    ['religion', 'Kong Hu Cu', 6],
    ['religion', 'Konghucu', 6],
    ['religion', 'Kepercayaan Terhadap Tuhan YME / Lainnya', 7],
    ['familyPosition', 'ORANG TUA', 7],
    ['familyPosition', 'Isteri', 3],
    ['basicStatus', 'PINDAH DALAM NEGERI', 3],
    ['basicStatus', 'PINDAH LUAR NEGERI', 3],
    ['reading', 'ALD', 6],
    ['residentStatus', '01', 1],
    ['sex', '1.0', 1],
  ] as const)('%s %p is %p', (name, raw, code) => expect(find(name, raw)).toBe(code));

  it.each([
    ['occupation', 90],
    ['occupation', 0],
    ['basicStatus', 5],
    ['identityCard', 4],
    ['contraception', 8],
    ['insurance', 5],
    ['sex', 'X'],
    ['sex', ''],
    ['bloodType', '-'],
    ['bloodType', '+'],
    ['sex', 1.5],
    ['sex', Number.NaN],
  ] as const)('%s does not know %p', (name, raw) => expect(find(name, raw)).toBeNull());
});

describe('marital status with and without its record (labels of the family card; domain §2.4)', () => {
  it.each([
    ['KAWIN TERCATAT', 2, true, 'Kawin tercatat'],
    ['Kawin Belum Tercatat', 2, false, 'Kawin belum tercatat'],
    ['CERAI TERCATAT', 3, true, 'Cerai hidup tercatat'],
    ['CERAI HIDUP BELUM TERCATAT', 3, false, 'Cerai hidup belum tercatat'],
    ['KAWIN', 2, null, 'Kawin'],
    [4, 4, null, 'Cerai mati'],
    ['1', 1, null, 'Belum kawin'],
  ] as const)('%p', (raw, code, recorded, label) => {
    expect(findMaritalStatus(raw)).toEqual({ code, recorded });
    expect(maritalLabel({ code, recorded })).toBe(label);
  });

  it('says nothing of a record where none can be', () => expect(maritalLabel({ code: 1, recorded: false })).toBe('Belum kawin'));
  it('does not guess', () => expect(findMaritalStatus('JANDA')).toBeNull());
});

describe('fields that map to others', () => {
  it.each([
    [1, 1, 2],
    [2, 2, 3],
    [3, 2, 4],
    ['Card Issued', 2, 8],
    ['8', 1, 1],
  ] as const)('SIAK card status %p is card %i and recording %i', (raw, identityCard, recordingStatus) => {
    expect(cardStatusFromSiak(raw)).toEqual({ identityCard, recordingStatus });
  });
  it('does not know SIAK card status 9', () => expect(cardStatusFromSiak(9)).toBeNull());

  it('knows which contraception is for whom', () => {
    expect([contraceptionFits(1, 1), contraceptionFits(1, 2), contraceptionFits(7, 1), contraceptionFits(7, 2), contraceptionFits(99, 1)]).toEqual([false, true, true, false, true]);
  });
  it('prints reading as initials', () => expect([readingInitials(6), readingInitials(null), readingInitials(7)]).toEqual(['ALD', null, null]));
});

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
