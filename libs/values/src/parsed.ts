/**
 * What every parser of this library answers. Errors are values: nothing a person typed or a file
 * contained makes a parser throw. `code` is stable and English, `message` is Indonesian and may be
 * shown; neither repeats the offending value, which may be personal data.
 */
export type Parsed<T> = { readonly ok: true; readonly value: T } | Refusal;

export interface Refusal {
  readonly ok: false;
  readonly code: string;
  readonly message: string;
}

/** A doubt about an accepted value: shown to the clerk, never a reason to refuse. */
export interface Warning {
  readonly code: string;
  readonly message: string;
}

export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function refused(code: string, message: string): Refusal {
  return { ok: false, code, message };
}

/**
 * The value, for literals, seeds and values that were checked before they were stored.
 * @throws RangeError carrying only the code, so that no personal data reaches a log.
 */
export function valueOrThrow<T>(result: Parsed<T>): T {
  if (result.ok) return result.value;
  throw new RangeError(result.code);
}
