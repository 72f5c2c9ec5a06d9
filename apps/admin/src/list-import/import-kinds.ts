import type { ImportRun } from '../api/contract.js';
import { count } from '../parts/words.js';

/** What the pages of an import say and ask for one kind of list; the way of a run is the same for all. */
export interface ImportKind {
  /** Of the API. */
  readonly path: string;
  /** Where one begins; runs lie below it. */
  readonly home: string;
  readonly need: string;
  readonly title: string;
  /** What a good row becomes. */
  readonly thing: string;
  /** Rows known already but different: asked about, or always taken over. */
  readonly asksAboutChanged: boolean;
  /** All of it or nothing: a list with a fault is not applied, and no workbook of its faults is written. */
  readonly whole: boolean;
  /** Codes of a file whose columns were read, and which was then refused as a whole. */
  readonly refusals?: readonly string[];
  /** The title in the middle of a sentence. */
  readonly called: string;
  readonly changedWords: string;
  /** What becomes of rows with a warning; left out: they go in. */
  readonly warnedWords?: string;
  readonly untouched: string;
  readonly doneWords: (counts: NonNullable<ImportRun['counts']>) => { in: string; within: string };
  readonly takenBack: string;
  /** What taking back does, after "Semua … dari <file> ". */
  readonly takingBack: string;
  /** Where what came in is seen; null when not at this office. */
  readonly result: { readonly to: string; readonly label: string } | null;
}

export const RESIDENT_LIST: ImportKind = {
  path: '/resident-imports', home: '/penduduk/impor', need: 'resident.import', title: 'Impor penduduk', thing: 'orang', asksAboutChanged: true, whole: false, called: 'impor', changedWords: 'berbeda dari data desa',
  untouched: 'Data penduduk tidak berubah',
  doneWords: ({ families }) => ({ in: 'orang sudah masuk', within: `dalam ${count(families)} keluarga` }),
  takenBack: 'orang dikeluarkan lagi dari daftar penduduk',
  takingBack: 'dikeluarkan lagi dari data desa. Bila salah satu sudah dipakai, misalnya di surat, penarikan ditolak dan orangnya disebut.',
  result: { to: '/penduduk', label: 'Lihat daftar penduduk' },
};

export const TAX_LIST: ImportKind = {
  path: '/assessment-imports', home: '/pbb/daftar', need: 'assessment.import', title: 'Daftar pajak', thing: 'tagihan', asksAboutChanged: false, whole: false, called: 'daftar pajak', changedWords: 'mengubah tagihan yang ada',
  untouched: 'Tagihan tidak berubah',
  doneWords: () => ({ in: 'tagihan sudah terbit', within: '' }),
  takenBack: 'tagihan ditarik kembali',
  takingBack: 'ditarik kembali, desa demi desa. Desa yang tagihannya sudah dibayar atau sudah diganti daftar yang lebih baru tetap seperti sekarang dan disebut.',
  result: null,
};

export const BANK_STATEMENT: ImportKind = {
  path: '/bank-statements', home: '/pbb/bank/rekening-koran', need: 'bank.reconcile', title: 'Rekening koran', thing: 'mutasi', asksAboutChanged: false, whole: true, called: 'rekening koran', changedWords: '', warnedWords: 'dilewati: bernilai nol atau belum dibukukan bank',
  refusals: ['ACCOUNT_DIFFERS', 'BALANCE_MISMATCH', 'BALANCE_MISSING', 'BEFORE_FIRST', 'DAY_UNFINISHED', 'OPENING_DIFFERS', 'STATEMENT_EMPTY'],
  untouched: 'Mutasi dan pencocokan tidak berubah',
  doneWords: () => ({ in: 'mutasi sudah dicatat', within: '' }),
  takenBack: 'mutasi dikeluarkan lagi',
  takingBack: 'dikeluarkan lagi dari pembukuan kabupaten. Bila salah satu sudah dicocokkan, atau sesudahnya ada rekening koran yang lebih baru, penarikan ditolak.',
  result: { to: '/pbb/bank', label: 'Buka pencocokan' },
};

/** By the subject of its tasks. */
export const IMPORT_KINDS: Readonly<Record<string, ImportKind>> = { 'resident-import': RESIDENT_LIST, 'assessment-import': TAX_LIST, 'bank-statement': BANK_STATEMENT };
