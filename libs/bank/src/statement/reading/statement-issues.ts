import { type ImportIssue, IssueTable } from '#imports';
import type { StatementColumn } from './statement-columns.js';

const AS_BANK = 'Unduh ulang rekening koran dari bank; jangan diubah.';

/** Every code a row of a statement can carry. */
const ISSUES = {
  DATE_UNREADABLE: { label: 'Tanggal tidak terbaca', advice: 'Tulis dengan pola 30-09-2026.' },
  AMOUNT_UNREADABLE: { label: 'Jumlah tidak terbaca', advice: AS_BANK },
  AMOUNT_BOTH: { label: 'Debit dan kredit sama-sama terisi', advice: AS_BANK },
  AMOUNT_EMPTY: { label: 'Jumlah kosong', advice: AS_BANK },
  AMOUNT_ZERO: { label: 'Mutasi nol, dilewati', advice: 'Tidak perlu apa-apa.' },
  SIDE_UNKNOWN: { label: 'Tanda debit/kredit tidak dikenal', advice: 'Tulis D atau K.' },
  BALANCE_UNREADABLE: { label: 'Saldo tidak terbaca', advice: AS_BANK },
  BALANCE_STEP: { label: 'Saldo tidak sama dengan saldo sebelumnya ditambah mutasi', advice: 'Ada baris yang hilang, ganda, atau berubah. ' + AS_BANK },
  DAY_DIFFERS: { label: 'Berbeda dengan rekening koran sebelumnya', advice: 'Hari yang sudah tercatat harus sama persis. Tanyakan ke bank mana yang benar.' },
  DAY_LACKS: { label: 'Mutasi hari yang sudah tercatat tidak ada di berkas ini', advice: 'Hari yang sudah tercatat harus sama persis. Tanyakan ke bank mana yang benar.' },
  FORMULA_CELL: { label: 'Sel berisi rumus', advice: 'Salin lalu tempel sebagai nilai.' },
  CURRENCY_FOREIGN: { label: 'Mata uang bukan rupiah', advice: 'Hanya rekening rupiah yang dapat dibaca.' },
  ENTRY_PENDING: { label: 'Belum dibukukan bank, dilewati', advice: 'Tunggu sampai bank membukukannya.' },
} as const;

export type StatementIssueCode = keyof typeof ISSUES;
export type StatementIssue = ImportIssue<StatementColumn, StatementIssueCode>;

export const STATEMENT_ISSUES = new IssueTable<StatementIssueCode>(ISSUES);
