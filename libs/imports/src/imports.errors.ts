import { DomainError } from '#platform';

export const importHasErrors = (rejected: number): DomainError =>
  new DomainError('IMPORT_HAS_ERRORS', 409, `Masih ada ${rejected} baris yang salah. Betulkan berkasnya lalu unggah lagi, atau terapkan hanya baris yang baik.`);

export const importNotReady = (): DomainError =>
  new DomainError('IMPORT_STATE', 409, 'Impor ini tidak lagi dalam keadaan yang dapat diteruskan. Muat ulang halaman.');

export const importCheckLost = (): DomainError =>
  new DomainError('IMPORT_CHECK_LOST', 409, 'Hasil pemeriksaan hilang karena mesin mati mendadak. Unggah lagi berkasnya. Tidak ada data yang berubah.');

export const importBusy = (): DomainError =>
  new DomainError('IMPORT_BUSY', 409, 'Impor lain sedang ditulis. Tunggu sampai selesai, lalu coba lagi.');

export const importStale = (): DomainError =>
  new DomainError('IMPORT_STALE', 409, 'Data berubah sejak berkas diperiksa. Unggah lagi berkasnya agar diperiksa terhadap data yang sekarang. Tidak ada data yang berubah.');

export const importInUse = (who: string): DomainError =>
  new DomainError('IMPORT_IN_USE', 409, `Impor tidak dapat ditarik kembali karena ${who}.`);

export const fileTooLarge = (megabytes: number): DomainError =>
  new DomainError('FILE_TOO_LARGE', 413, `Berkas lebih dari ${megabytes} MB. Bagi menjadi beberapa berkas.`, [{ field: 'file', code: 'FILE_TOO_LARGE', message: `Paling besar ${megabytes} MB.` }]);

export const fileMissing = (): DomainError =>
  new DomainError('INVALID_FIELDS', 422, 'Pilih berkas yang akan diunggah.', [{ field: 'file', code: 'FILE_MISSING', message: 'Pilih berkas .xlsx atau .csv.' }]);

export const mappingExists = (): DomainError =>
  new DomainError('MAPPING_EXISTS', 409, 'Pemetaan dengan nama ini sudah ada.', [{ field: 'name', code: 'MAPPING_EXISTS', message: 'Nama ini sudah dipakai.' }]);
