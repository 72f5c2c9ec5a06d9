import { DomainError } from '#platform';

export const residentChanged = (): DomainError =>
  new DomainError('RESIDENT_CHANGED', 409, 'Data orang ini baru saja diubah orang lain. Muat ulang, lalu betulkan kembali.');

export const nikTaken = (): DomainError =>
  new DomainError('NIK_TAKEN', 409, 'NIK ini sudah dipakai penduduk lain di sini.', [{ field: 'changes.nik', code: 'NIK_TAKEN', message: 'NIK sudah dipakai penduduk lain.' }]);

export const headTaken = (): DomainError =>
  new DomainError('FAMILY_HAS_HEAD', 409, 'Keluarga ini sudah punya kepala.', [{ field: 'changes.familyPosition', code: 'FAMILY_HAS_HEAD', message: 'Keluarga ini sudah punya kepala. Betulkan dahulu hubungan kepala yang sekarang.' }]);

export const nothingChanged = (): DomainError =>
  new DomainError('NOTHING_CHANGED', 422, 'Tidak ada isian yang berbeda dari data yang tercatat.', [{ field: 'changes', code: 'NOTHING_CHANGED', message: 'Tidak ada yang berubah.' }]);
