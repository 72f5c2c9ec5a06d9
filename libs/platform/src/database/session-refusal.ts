import { DomainError } from '../http/domain-error.js';

/** Turns the SQLSTATE that app.assert_session raises into a 401 a client understands. */
export function sessionRefusal(error: unknown): DomainError | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, message } = error as { code?: unknown; message?: string };
  if (code !== 'PA401') return null;
  return message?.includes('SESSION_OUTDATED')
    ? new DomainError('SESSION_OUTDATED', 401, 'Hak akses Anda baru saja berubah. Halaman akan dimuat ulang.')
    : new DomainError('SESSION_REVOKED', 401, 'Sesi Anda sudah ditutup. Silakan masuk kembali.');
}
