import type { FormInstance } from 'antd';
import { Problem } from '../api/problem.js';

/**
 * Writes the API's field errors (`data.purpose`, `outsider.nik`) at the fields of the form and moves to the
 * first. @returns what is left to say above the button, null when every error found its field.
 */
export function showFieldProblems(form: FormInstance, error: unknown): unknown {
  if (!(error instanceof Problem) || error.fields.length === 0) return error;
  const known = new Set(Object.keys(form.getFieldsError().reduce<Record<string, true>>((names, field) => ({ ...names, [field.name.join('.')]: true }), {})));
  const placed = error.fields.filter((field) => known.has(field.field));
  form.setFields(placed.map((field) => ({ name: field.field.split('.'), errors: [field.message] })));
  const first = placed[0];
  if (first) form.scrollToField(first.field.split('.'), { focus: true });
  const rest = error.fields.filter((field) => !known.has(field.field));
  if (placed.length > 0 && rest.length === 0) return null;
  return rest.length > 0 ? new Problem({ status: error.status, code: error.code, detail: rest.map((field) => field.message).join(' ') }) : error;
}
