import { type Nop, parseNop } from '#values';

/** The form as it was typed, and what is wrong with it. */
export interface CheckForm {
  readonly typed: { readonly nop: string; readonly word: string };
  readonly errors: { readonly nop?: string; readonly word?: string };
  readonly nop: Nop | null;
}

const LONGEST = 100;

/** What somebody posted under a name, as one line of text. */
export function postedText(body: unknown, name: string, longest = LONGEST): string {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : null;
  return typeof value === 'string' ? value.trim().slice(0, longest) : '';
}

/** An Indonesian phone's number pad has a comma where ours asks for a dot; the rest is what people copy from a receipt or a message. */
const ALSO_SEPARATORS = /^\s*NOP\b|[,;:/_]/gi;

export function readCheckForm(body: unknown): CheckForm {
  const typed = { nop: postedText(body, 'nop'), word: postedText(body, 'nama') };
  const nop = parseNop(typed.nop.replace(ALSO_SEPARATORS, ''));
  return {
    typed,
    errors: { ...(nop.ok ? {} : { nop: nop.message }), ...(/[\p{L}\p{N}]/u.test(typed.word) ? {} : { word: 'Tulis satu kata dari nama di SPPT.' }) },
    nop: nop.ok ? nop.value : null,
  };
}
