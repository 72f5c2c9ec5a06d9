import { DomainError } from '#platform';

export const areaInUse = (): DomainError =>
  new DomainError('AREA_IN_USE', 409, 'Wilayah ini masih ditempati penduduk, memuat objek pajak atau wilayah lain, atau dipegang seorang pengguna. Pindahkan dahulu isinya.');

export const areaExists = (): DomainError =>
  new DomainError('AREA_EXISTS', 409, 'Wilayah dengan nama ini sudah ada di tempat yang sama.', [{ field: 'name', code: 'AREA_EXISTS', message: 'Nama ini sudah dipakai.' }]);

export const headTermOverlaps = (): DomainError =>
  new DomainError('HEAD_TERM_OVERLAPS', 409, 'Masa jabatan ini bertumpuk dengan kepala definitif lain. Akhiri dahulu masa jabatannya, atau catat sebagai Plt. atau Plh.', [
    { field: 'startedOn', code: 'HEAD_TERM_OVERLAPS', message: 'Bertumpuk dengan kepala definitif lain.' },
  ]);

export const logoRefused = (code: string, message: string, status = 422): DomainError => new DomainError(code, status, message, [{ field: 'file', code, message }]);

export const regencyOfficeOnly = (): DomainError => new DomainError('REGENCY_OFFICE_ONLY', 403, 'Hari libur ditetapkan oleh kantor kabupaten.');

/** The SQLSTATE of a refused statement: 23505 unique, 23503 foreign key, 23P01 exclusion. */
export const sqlState = (error: unknown): string | undefined => (error as { code?: string } | null)?.code;
