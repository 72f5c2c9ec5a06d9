/** One wrong field of an input: its path, a stable code and what to do, in Indonesian. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/**
 * A refusal a person can act on. Becomes problem+json with `code`; `detail` is shown on screen, so it
 * is Indonesian, plain, and free of personal data.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: string,
    readonly status: number,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    /** Sent as Retry-After: how long a refused client should wait. */
    readonly retryAfterSeconds?: number,
  ) {
    super(code);
  }
}

/** 422 for one or more fields. */
export function invalidFields(errors: readonly FieldError[]): DomainError {
  return new DomainError('INVALID_INPUT', 422, 'Ada isian yang perlu diperbaiki.', errors);
}

/** 404: the record does not exist, or belongs to another village; the two are never told apart. */
export function notFound(): DomainError {
  return new DomainError('NOT_FOUND', 404, 'Data tidak ditemukan.');
}

/** 409: the Idempotency-Key came before with another body. */
export function idempotencyKeyReused(): DomainError {
  return new DomainError('IDEMPOTENCY_KEY_REUSED', 409, 'Kunci permintaan ini sudah dipakai untuk isi yang lain. Ulangi dari formulir baru.');
}
