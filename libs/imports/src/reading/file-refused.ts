const REFUSALS = {
  FILE_EMPTY: 'Berkas ini kosong.',
  FILE_OLD_XLS: 'Berkas ini berformat Excel lama (.xls). Buka di Excel, pilih Simpan Sebagai, lalu pilih .xlsx.',
  FILE_LOCKED: 'Berkas ini dikunci kata sandi. Buka di Excel, hapus kata sandinya, lalu simpan dan unggah lagi.',
  FILE_BINARY_WORKBOOK: 'Berkas ini berformat .xlsb. Buka di Excel, pilih Simpan Sebagai, lalu pilih .xlsx.',
  FILE_OPEN_DOCUMENT: 'Berkas ini berformat OpenDocument (.ods). Buka, pilih Simpan Sebagai, lalu pilih .xlsx.',
  FILE_WEB_PAGE: 'Berkas ini sebenarnya halaman web atau XML, bukan lembar kerja. Buka di Excel, lalu simpan sebagai .xlsx.',
  FILE_NOT_SPREADSHEET: 'Berkas ini bukan lembar kerja. Unggah berkas .xlsx atau .csv.',
  FILE_DAMAGED: 'Berkas ini rusak atau belum terunggah utuh. Buka di Excel, simpan ulang, lalu unggah lagi.',
  FILE_TOO_LARGE_INSIDE: 'Isi berkas ini jauh lebih besar daripada berkasnya sendiri. Salin datanya ke lembar kerja baru, lalu unggah lagi.',
  FILE_CELL_TOO_LONG: 'Ada sel yang isinya terlalu panjang.',
  FILE_QUOTE_OPEN: 'Ada tanda kutip pembuka tanpa penutup.',
  FILE_NO_HEADINGS: 'Judul kolom tidak ditemukan.',
  FILE_HEADING_TWICE: 'Ada judul kolom yang muncul dua kali.',
} as const;

export type FileRefusal = keyof typeof REFUSALS;

/**
 * The whole file is refused before a single row counts. `message` is Indonesian, says what to do and holds no cell of
 * the file; it may be shown and stored as the failure of a run.
 */
export class FileRefused extends Error {
  constructor(readonly code: FileRefusal, detail = '', options?: ErrorOptions) {
    super(detail === '' ? REFUSALS[code] : `${REFUSALS[code]} ${detail}`, options);
    this.name = 'FileRefused';
  }
}
