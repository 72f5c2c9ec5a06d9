import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';
import { DomainError, type FieldError } from './domain-error.js';

/** The body of every error answer (RFC 9457), with our stable `code` and the wrong fields. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors: readonly FieldError[];
}

const plainDetail: Record<number, [code: string, detail: string]> = {
  400: ['BAD_REQUEST', 'Permintaan tidak dapat dibaca.'],
  401: ['NOT_SIGNED_IN', 'Anda belum masuk. Silakan masuk kembali.'],
  403: ['NOT_ALLOWED', 'Peran Anda tidak memiliki wewenang untuk tindakan ini.'],
  404: ['NOT_FOUND', 'Data tidak ditemukan.'],
  405: ['METHOD_NOT_ALLOWED', 'Tindakan ini tidak tersedia di alamat tersebut.'],
  413: ['TOO_LARGE', 'Berkas atau isian terlalu besar.'],
  415: ['UNSUPPORTED_MEDIA_TYPE', 'Jenis isi tidak didukung.'],
  429: ['TOO_MANY_REQUESTS', 'Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi.'],
  503: ['TRY_AGAIN', 'Sistem sedang sibuk. Data Anda tetap tersimpan. Coba lagi sebentar.'],
};

/** Domain refusals keep their words; anything else is told without its inner detail. */
export function toProblem(error: unknown): Problem {
  if (error instanceof DomainError) {
    return { type: 'about:blank', title: STATUS_CODES[error.status] ?? 'Error', status: error.status, detail: error.detail, code: error.code, errors: error.errors };
  }
  const status = statusOf(error);
  const [code, detail] = plainDetail[status] ?? ['INTERNAL', 'Maaf, ada gangguan di sistem kami. Data Anda tetap tersimpan. Coba lagi.'];
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail, code, errors: [] };
}

/** PA401 is raised by app.assert_session; the rest are Fastify's, Nest's and the pools' own refusals. */
function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 500;
  const e = error as { statusCode?: unknown; status?: unknown; code?: unknown; getStatus?: () => number; message?: string; cause?: { code?: unknown; statusCode?: unknown } };
  if (typeof e.getStatus === 'function') return e.getStatus();
  if (typeof e.statusCode === 'number') return e.statusCode;
  if (typeof e.status === 'number') return e.status;
  if (e.message?.includes('timeout exceeded when trying to connect')) return 503;
  if (e.code === '57014' || e.code === '53300' || e.code === '57P01' || e.code === 'ECONNREFUSED') return 503;
  return 500;
}

/** The one way an error leaves: used by the exception filter and by Fastify's own error hooks. */
export function sendProblem(reply: FastifyReply, error: unknown): Problem {
  const problem = toProblem(error);
  if (error instanceof DomainError && error.retryAfterSeconds) void reply.header('retry-after', String(error.retryAfterSeconds));
  void reply.code(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  return problem;
}
