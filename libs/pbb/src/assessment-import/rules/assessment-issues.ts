import { type ImportIssue, IssueTable } from '#imports';
import type { AssessmentColumn } from './assessment-columns.js';

const SEE_SPPT = 'Salin ulang dari SPPT atau DHKP.';
const AS_TEXT = 'Ubah format kolom menjadi Teks, lalu isi ulang.';

/** Every code a row of a tax list can carry. */
const ISSUES = {
  NOP_EMPTY: { label: 'NOP kosong', advice: SEE_SPPT },
  NOP_NOT_DIGITS: { label: 'NOP memuat huruf', advice: SEE_SPPT },
  NOP_LENGTH: { label: 'NOP tidak 18 angka', advice: SEE_SPPT },
  NOP_ALL_ZERO: { label: 'NOP nol semua', advice: SEE_SPPT },
  NOP_DAMAGED: { label: 'NOP rusak oleh format angka', advice: AS_TEXT },
  NOP_KIND_UNKNOWN: { label: 'Angka terakhir NOP tidak lazim', advice: 'Cocokkan dengan SPPT; biasanya 0, 7, 8 atau 9.' },
  NOP_REPEATED: { label: 'NOP ganda untuk tahun yang sama', advice: 'Hapus salah satu baris. Yang pertama dipakai.' },
  PREFIX_FOREIGN: { label: 'NOP milik desa lain', advice: 'Pindahkan ke daftar desanya, atau unggah sebagai daftar kabupaten.' },
  NAME_EMPTY: { label: 'Nama wajib pajak kosong', advice: SEE_SPPT },
  AMOUNT_EMPTY: { label: 'Pajak terutang kosong', advice: 'Isi jumlahnya; tulis 0 bila nihil.' },
  AMOUNT_UNREADABLE: { label: 'Jumlah uang tidak terbaca', advice: 'Tulis rupiah bulat, misalnya 12.500.' },
  AMOUNT_NEGATIVE: { label: 'Jumlah uang kurang dari nol', advice: SEE_SPPT },
  AMOUNT_ZERO: { label: 'Pajak nol (nihil)', advice: 'Periksa apakah objek ini memang nihil.' },
  CHANGE_ZERO: { label: 'Perubahan pajak 0 dianggap kosong', advice: 'Kosongkan bila tidak berubah. Bila menjadi nihil, isi 0 pada pajak terutang.' },
  YEAR_UNREADABLE: { label: 'Tahun pajak tidak terbaca', advice: 'Tulis empat angka, misalnya 2026.' },
  YEAR_MISSING: { label: 'Tahun pajak belum diisi', advice: 'Isi kolom tahun, atau pilih tahun pajak saat mengunggah.' },
  DUE_UNREADABLE: { label: 'Jatuh tempo tidak terbaca', advice: 'Tulis dengan pola 30-09-2026.' },
  DUE_MISSING: { label: 'Jatuh tempo belum diisi', advice: 'Isi kolom jatuh tempo, atau isi saat mengunggah.' },
  DUE_OUTSIDE: { label: 'Jatuh tempo jauh dari tahun pajak', advice: 'Cocokkan dengan SPPT.' },
  AREA_UNREADABLE: { label: 'Luas tidak terbaca', advice: 'Tulis meter persegi bulat.' },
  RT_UNREADABLE: { label: 'RT/RW tidak terbaca', advice: 'Tulis nomornya saja, misalnya 003.' },
  PAID_UNREADABLE: { label: 'Status lunas tidak terbaca', advice: 'Tulis Lunas atau Belum.' },
  TEXT_CHARACTER: { label: 'Tulisan memuat tanda asing', advice: 'Hapus tanda itu.' },
  TEXT_SHORTENED: { label: 'Tulisan terlalu panjang', advice: 'Ringkas tulisannya.' },
  KEPT_PAID: { label: 'Tagihan sudah dibayar, jumlah tidak diubah', advice: 'Selesaikan selisihnya lewat pembetulan ketetapan.' },
  FORMULA_CELL: { label: 'Sel berisi rumus', advice: 'Salin lalu tempel sebagai nilai.' },
  CELL_ERROR: { label: 'Sel berisi galat rumus', advice: 'Isi ulang selnya.' },
} as const;

export type AssessmentIssueCode = keyof typeof ISSUES;
export type AssessmentIssue = ImportIssue<AssessmentColumn, AssessmentIssueCode>;

export const ASSESSMENT_ISSUES = new IssueTable<AssessmentIssueCode>(ISSUES);
