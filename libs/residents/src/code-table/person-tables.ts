import { codeTable } from './code-table.js';

/** Codes of the civil registry (SIAK, form F-1.01); spellings are those found in OpenSID and registry exports. */
export const SEX = { male: 1, female: 2 } as const;

export const sexTable = codeTable('sex', 'Jenis kelamin', [
  [SEX.male, 'Laki-laki', { words: ['L', 'LK', 'PRIA'] }],
  [SEX.female, 'Perempuan', { words: ['P', 'PR', 'WANITA'] }],
]);

/** UU 24/2013 and MK 97/PUU-XIV/2016: belief in the One God is code 7; a blank religion is served all the same. */
export const religionTable = codeTable('religion', 'Agama', [
  [1, 'Islam'],
  [2, 'Kristen', { words: ['KRISTEN PROTESTAN', 'PROTESTAN'] }],
  [3, 'Katholik', { words: ['KATOLIK', 'KRISTEN KATOLIK'] }],
  [4, 'Hindu'],
  [5, 'Budha', { words: ['BUDDHA'] }],
  [6, 'Khonghucu', { words: ['KONGHUCU', 'KONG HU CU', 'KHONG HU CHU'] }],
  [7, 'Kepercayaan terhadap Tuhan YME', {
    words: ['LAINNYA', 'KEPERCAYAAN', 'PENGHAYAT KEPERCAYAAN', 'KEPERCAYAAN TERHADAP TUHAN YME / LAINNYA', 'KEPERCAYAAN TERHADAP TUHAN YANG MAHA ESA'],
  }],
]);

/** A file that cannot carry citizenship means WNI. */
export const CITIZENSHIP = { indonesian: 1, foreign: 2, dual: 3 } as const;

export const citizenshipTable = codeTable('citizenship', 'Kewarganegaraan', [
  [CITIZENSHIP.indonesian, 'WNI', { words: ['INDONESIA', 'WARGA NEGARA INDONESIA'] }],
  [CITIZENSHIP.foreign, 'WNA', { words: ['WARGA NEGARA ASING'] }],
  [CITIZENSHIP.dual, 'Dua kewarganegaraan'],
]);

export const bloodTypeTable = codeTable('bloodType', 'Golongan darah', [
  [1, 'A'],
  [2, 'B'],
  [3, 'AB'],
  [4, 'O'],
  [5, 'A+'],
  [6, 'A-'],
  [7, 'B+'],
  [8, 'B-'],
  [9, 'AB+'],
  [10, 'AB-'],
  [11, 'O+'],
  [12, 'O-'],
  [13, 'Tidak tahu', { words: ['TDK TH', 'TDK TAHU'] }],
]);

/** Scripts a person reads (register B.1, Permendagri 47/2016); the initials are what the register prints. */
export const readingTable = codeTable('reading', 'Dapat membaca huruf', [
  [1, 'Latin', { words: ['L'] }],
  [2, 'Daerah', { words: ['D'] }],
  [3, 'Arab', { words: ['A'] }],
  [4, 'Arab dan Latin', { words: ['AL'] }],
  [5, 'Arab dan Daerah', { words: ['AD'] }],
  [6, 'Arab, Latin dan Daerah', { words: ['ALD'] }],
]);

const READING_INITIALS = ['L', 'D', 'A', 'AL', 'AD', 'ALD'];

/** `ALD` for 6, as register B.1 prints it; null when unknown. */
export function readingInitials(code: number | null): string | null {
  return code === null ? null : (READING_INITIALS[code - 1] ?? null);
}
