import type { HeadingRules } from '#imports';

interface ColumnSpec {
  readonly heading: string;
  readonly label: string;
  readonly aliases?: readonly string[];
  readonly again?: string;
}

/** What the downloads of Indonesian banks call their columns; any other is mapped by hand and saved. */
const COLUMNS = {
  bookedOn: { heading: 'Tanggal', label: 'Tanggal buku', aliases: ['tgl', 'tanggal transaksi', 'tgl transaksi', 'tgl. transaksi', 'tanggal buku', 'tgl buku', 'posting date', 'post date', 'transaction date', 'date', 'tanggal posting', 'tgl tran', 'tanggal pembukuan'] },
  remark: { heading: 'Keterangan', label: 'Keterangan', again: 'remarkMore', aliases: ['uraian', 'uraian transaksi', 'deskripsi', 'description', 'remark', 'remarks', 'berita', 'keterangan transaksi', 'narasi', 'transaksi', 'desk tran', 'transaction description', 'transaction remark'] },
  remarkMore: { heading: 'Keterangan tambahan', label: 'Keterangan tambahan', aliases: ['additional desc', 'additional description', 'keterangan 2', 'description 2', 'uraian 2', 'berita transaksi', 'catatan'] },
  debit: { heading: 'Debit', label: 'Debit (keluar)', aliases: ['debet', 'mutasi debet', 'mutasi debit', 'keluar', 'debit (idr)', 'debit amount', 'pengeluaran', 'debet (rp)', 'debit (rp)'] },
  credit: { heading: 'Kredit', label: 'Kredit (masuk)', aliases: ['credit', 'mutasi kredit', 'masuk', 'kredit (idr)', 'credit amount', 'penerimaan', 'kredit (rp)'] },
  amount: { heading: 'Jumlah', label: 'Jumlah', aliases: ['mutasi', 'nominal', 'amount', 'nilai', 'jumlah mutasi', 'nilai transaksi'] },
  side: { heading: 'D/K', label: 'Tanda debit/kredit', aliases: ['db/cr', 'dk', 'd/c', 'dc', 'jenis', 'tipe', 'jenis mutasi', 'dbcr', 'type'] },
  balance: { heading: 'Saldo', label: 'Saldo', aliases: ['saldo akhir', 'balance', 'ending balance', 'running balance', 'saldo (idr)', 'saldo (rp)', 'close balance', 'closing balance', 'saldo akhir mutasi'] },
  reference: { heading: 'No Referensi', label: 'Nomor referensi bank', aliases: ['referensi', 'no ref', 'no. ref', 'ref', 'reference', 'reference no', 'no bukti', 'no transaksi', 'id transaksi', 'transaction id', 'journal no', 'no jurnal', 'nomor referensi', 'trx id', 'no reff', 'reff', 'reference number', 'kode referensi'] },
} as const satisfies Record<string, ColumnSpec>;

export type StatementColumn = keyof typeof COLUMNS;

export const STATEMENT_COLUMNS = Object.keys(COLUMNS) as StatementColumn[];

export const PLACE_OF = Object.fromEntries(STATEMENT_COLUMNS.map((key, place) => [key, place])) as Record<StatementColumn, number>;

const HEADINGS: HeadingRules = {
  columns: STATEMENT_COLUMNS.map((key) => ({ key, ...(COLUMNS[key] as ColumnSpec) })),
  required: ['bookedOn', 'remark'],
  layouts: [
    { name: 'Rekening koran, debit dan kredit', keys: ['bookedOn', 'remark', 'debit', 'credit', 'balance'] },
    { name: 'Rekening koran, satu kolom jumlah', keys: ['bookedOn', 'remark', 'amount'] },
  ],
  ignored: ['no', 'no.', 'nomor', 'jam', 'waktu', 'time', 'kode', 'cabang', 'branch', 'teller', 'value date', 'val. date', 'tanggal efektif', 'tgl efektif', 'jam tran', 'account no', 'norek', 'ccy', 'seq', 'transaction code', 'kode tran', 'saldo awal mutasi', 'glsign', 'truser', 'Baris', 'Tingkat', 'Kolom', 'Masalah', 'Saran'],
};

/** The headings a statement is read by: recognised ones, or those of a mapping (field → heading as written). */
export function headingsFor(mapping: Readonly<Record<string, string>> | null): HeadingRules {
  if (mapping === null) return HEADINGS;
  return {
    ...HEADINGS,
    columns: STATEMENT_COLUMNS.map((key) => ({ key: `field ${key}`, heading: mapping[key] ?? `field ${key}` })),
    required: Object.keys(mapping).map((key) => `field ${key}`),
    layouts: [],
    ignored: [],
  };
}

/** Where it came from matters to people alone: `Kredit (masuk)` for `credit`. */
export const columnLabel = (column: string): string => (column in COLUMNS ? COLUMNS[column as StatementColumn].label : column);
