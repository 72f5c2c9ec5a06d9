import type { LetterType } from '../api/contract.js';
import { Problem } from '../api/problem.js';
import { OUTSIDER_LABELS } from './outsider-labels.js';

export interface Refusal {
  /** Fields still have to be filled in. */
  readonly missing: boolean;
  /** What is wrong with those that are, in the API's words. */
  readonly wrong: readonly string[];
}

/** Why the API did not typeset what was sent; null when it was not for what it says. */
export function refusalOf(error: unknown, body: unknown, type: LetterType): Refusal | null {
  if (!(error instanceof Problem) || error.status !== 422) return null;
  const isMissing = (path: string, code: string) => code === 'REQUIRED' || (/^(?:data|outsider|signatory|residentId)(?:\.|$)/.test(path) && isEmpty(valueAt(body, path)));
  const wrong = error.fields.filter(({ field, code }) => !isMissing(field, code)).map(({ field, message }) => withLabel(labelOf(type, field), message));
  if (error.fields.length === 0) return { missing: false, wrong: [error.message] };
  return { missing: wrong.length < error.fields.length, wrong: [...new Set(wrong)] };
}

/** One sentence for where the paper would be. */
export function refusalWords({ missing, wrong }: Refusal): string {
  if (wrong.length === 0) return 'Isi dulu bagian yang wajib; lembarnya muncul di sini.';
  return [...wrong, ...(missing ? ['Isi juga bagian yang wajib.'] : [])].join(' ');
}

function labelOf(type: LetterType, path: string): string | null {
  const [part, name = ''] = path.split('.');
  if (part === 'outsider') return OUTSIDER_LABELS[name] ?? null;
  return part === 'data' ? type.fields.find((field) => field.name === name)?.label ?? null : null;
}

const withLabel = (label: string | null, message: string): string => (label === null || message.toLowerCase().includes(label.toLowerCase()) ? message : `${label}: ${message}`);

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

function valueAt(body: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined), body);
}
