import { type ImportIssue as Issue, IssueTable, type Severity } from '#imports';
import type { ResidentColumn } from './resident-columns.js';

const SEE_CARD = 'Salin ulang dari KK atau KTP.';
const AS_TEXT = 'Ubah format kolom menjadi Teks, lalu isi ulang nomornya.';

/** Every code a row can carry. Codes that `#values` gives are listed too, so that each has its words. */
const ISSUES = {
  NIK_TEMPORARY: { label: 'NIK sementara dibuatkan', advice: 'Isi NIK bila sudah terbit.' },
  NIK_NOT_DIGITS: { label: 'NIK memuat huruf', advice: 'Ganti huruf dengan angka sesuai KTP.' },
  NIK_LENGTH: { label: 'NIK tidak 16 angka', advice: SEE_CARD },
  NIK_ALL_ZERO: { label: 'NIK nol semua', advice: 'Isi NIK, atau isi 0 bila belum terbit.' },
  NIK_DAY: { label: 'Tanggal di dalam NIK salah', advice: SEE_CARD },
  NIK_MONTH: { label: 'Bulan di dalam NIK salah', advice: SEE_CARD },
  NIK_SERIAL: { label: 'NIK berakhiran 0000', advice: AS_TEXT },
  NIK_PROVINCE_UNKNOWN: { label: 'Provinsi di dalam NIK tidak dikenal', advice: SEE_CARD },
  NIK_DATE_IMPOSSIBLE: { label: 'Tanggal di dalam NIK tidak ada', advice: SEE_CARD },
  NIK_BIRTH_DATE_DIFFERS: { label: 'Tanggal lahir beda dari NIK', advice: 'Cocokkan dengan KTP; NIK tidak berubah walau berbeda.' },
  NIK_SEX_DIFFERS: { label: 'Jenis kelamin beda dari NIK', advice: 'Cocokkan dengan KTP.' },
  NIK_REPEATED: { label: 'NIK ganda dalam berkas', advice: 'Hapus salah satu baris, atau betulkan NIK-nya.' },
  NIK_COLUMN_DAMAGED: { label: 'Kolom NIK rusak', advice: AS_TEXT },
  PERSON_REPEATED: { label: 'Orang tanpa NIK tertulis dua kali', advice: 'Hapus salah satu baris, atau isi NIK-nya.' },
  PARENT_NIK_DROPPED: { label: 'NIK orang tua tidak terbaca', advice: SEE_CARD },
  NUMBER_CELL_DAMAGED: { label: 'Nomor rusak oleh format angka', advice: AS_TEXT },
  NUMBER_CELL_DOUBTFUL: { label: 'Nomor mungkin kehilangan angka', advice: 'Periksa angka terakhirnya; sebaiknya ubah format kolom menjadi Teks.' },
  FAMILY_NUMBER_TEMPORARY: { label: 'Nomor KK sementara dibuatkan', advice: 'Isi nomor KK bila sudah terbit.' },
  FAMILY_NUMBER_NOT_DIGITS: { label: 'Nomor KK memuat huruf', advice: 'Ganti huruf dengan angka sesuai KK.' },
  FAMILY_NUMBER_LENGTH: { label: 'Nomor KK tidak 16 angka', advice: 'Salin ulang dari KK.' },
  FAMILY_NUMBER_ALL_ZERO: { label: 'Nomor KK nol semua', advice: 'Isi nomor KK, atau isi 0 bila belum terbit.' },
  FAMILY_NUMBER_SERIAL: { label: 'Nomor KK berakhiran 0000', advice: AS_TEXT },
  FAMILY_NUMBER_PROVINCE_UNKNOWN: { label: 'Provinsi di dalam nomor KK tidak dikenal', advice: 'Salin ulang dari KK.' },
  FAMILY_NUMBER_DATE_IMPOSSIBLE: { label: 'Tanggal di dalam nomor KK tidak ada', advice: 'Salin ulang dari KK.' },
  FAMILY_NUMBER_COLUMN_DAMAGED: { label: 'Kolom nomor KK rusak', advice: AS_TEXT },
  SECOND_HEAD: { label: 'Kepala keluarga ganda', advice: 'Ubah hubungan salah satunya.' },
  KEPT_BY_IMPORT: { label: 'Berbeda dari data desa, tidak diubah impor', advice: 'Catat sebagai peristiwa (mati, pindah, pecah KK) bila memang berubah.' },
  PERSON_MAYBE_REGISTERED: { label: 'Mungkin sudah tercatat dengan NIK sementara', advice: 'Bila orangnya sama, betulkan NIK-nya di data penduduk, lalu unggah lagi.' },
  FAMILY_WITHOUT_HEAD: { label: 'Keluarga tanpa kepala', advice: 'Tentukan kepala keluarganya.' },
  NAME_EMPTY: { label: 'Nama kosong', advice: 'Isi nama sesuai KK.' },
  NAME_TOO_LONG: { label: 'Nama terlalu panjang', advice: 'Tulis nama sesuai KK.' },
  NAME_CHARACTER: { label: 'Nama memuat tanda asing', advice: 'Hapus tanda itu dari nama.' },
  NAME_DECEASED_MARK: { label: 'Nama memuat (ALM)', advice: 'Hapus tandanya; bila sudah meninggal, isi status dasar 2.' },
  NAME_DIGITS: { label: 'Nama memuat angka', advice: 'Tulis nama sesuai KK.' },
  NAME_MARKS: { label: 'Nama memuat tanda tidak lazim', advice: 'Tulis nama sesuai KK.' },
  NAME_OVER_60: { label: 'Nama lebih dari 60 huruf', advice: 'Cocokkan dengan KK.' },
  PARENT_NAME_DROPPED: { label: 'Nama orang tua tidak terbaca', advice: 'Tulis nama sesuai KK.' },
  REQUIRED_EMPTY: { label: 'Isian wajib kosong', advice: 'Lengkapi isiannya.' },
  USUALLY_FILLED: { label: 'Isian kosong', advice: 'Lengkapi bila diketahui.' },
  CODE_UNKNOWN: { label: 'Pilihan tidak dikenal', advice: 'Pakai kode atau tulisan dari daftar kode.' },
  CODE_NOT_FOR_SEX: { label: 'Isian tidak sesuai jenis kelamin', advice: 'Kosongkan isian itu, atau betulkan jenis kelaminnya.' },
  DATE_TWO_DIGIT_YEAR: { label: 'Tahun hanya dua angka', advice: 'Tulis tahun empat angka, misalnya 17-08-1970.' },
  DATE_IMPOSSIBLE: { label: 'Tanggal tidak ada di kalender', advice: 'Lihat akta atau KTP.' },
  DATE_UNREADABLE: { label: 'Tanggal tidak terbaca', advice: 'Tulis dengan pola 17-08-1970.' },
  DATE_YEAR_ONLY: { label: 'Tanggal hanya berisi tahun', advice: 'Tulis lengkap dengan pola 17-08-1970.' },
  BIRTH_DATE_FUTURE: { label: 'Tanggal lahir di masa depan', advice: 'Lihat akta atau KTP.' },
  DATE_FUTURE: { label: 'Tanggal di masa depan', advice: 'Lihat akta atau buku nikah.' },
  AGE_OVER_120: { label: 'Umur di atas 120 tahun', advice: 'Periksa tanggal lahir dan status dasarnya.' },
  AREA_UNREADABLE: { label: 'RT/RW tidak terbaca', advice: 'Tulis nomornya saja, misalnya 003.' },
  COORDINATE_UNREADABLE: { label: 'Koordinat tidak terbaca', advice: 'Tulis derajat desimal, misalnya -7,98.' },
  CONTACT_UNREADABLE: { label: 'Telepon atau email tidak terbaca', advice: 'Tulis ulang, atau kosongkan.' },
  TEXT_SHORTENED: { label: 'Tulisan terlalu panjang', advice: 'Ringkas tulisannya.' },
  TEXT_LENGTH: { label: 'Panjang isian tidak sesuai', advice: 'Salin ulang dari dokumennya.' },
  TEXT_CHARACTER: { label: 'Tulisan memuat tanda asing', advice: 'Hapus tanda itu.' },
  TEXT_BECAME_DATE: { label: 'Nomor berubah menjadi tanggal', advice: 'Ubah format kolom menjadi Teks, lalu isi ulang.' },
  FORMULA_CELL: { label: 'Sel berisi rumus', advice: 'Salin lalu tempel sebagai nilai.' },
  CELL_ERROR: { label: 'Sel berisi galat rumus', advice: 'Isi ulang selnya.' },
} as const;

export type IssueCode = keyof typeof ISSUES;

export type ImportIssue = Issue<ResidentColumn, IssueCode>;

export const RESIDENT_ISSUES = new IssueTable<IssueCode>(ISSUES);

export function importIssue(severity: Severity, field: ResidentColumn, code: IssueCode, value: string, message?: string, advice?: string): ImportIssue {
  return RESIDENT_ISSUES.issue(severity, field, code, value, message, advice);
}
