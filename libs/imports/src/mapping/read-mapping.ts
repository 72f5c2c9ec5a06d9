import { type FieldError, invalidFields } from '#platform';

const MOST_FIELDS = 60;
const LONGEST_HEADING = 200;

export interface ReadMapping {
  readonly name: string;
  readonly mapping: Readonly<Record<string, string>>;
}

/**
 * Field → heading, without the fields left empty. Which fields a kind of list has, and which it needs, is its own to say when a
 * file is read by the mapping. @throws DomainError 422
 */
export function readMapping({ name, mapping }: { name: string; mapping: Record<string, unknown> }): ReadMapping {
  const errors: FieldError[] = [];
  const read: Record<string, string> = {};
  for (const [field, heading] of Object.entries(mapping)) {
    if (heading === null || heading === '') continue;
    const wrong = !/^[a-zA-Z]{1,40}$/.test(field) || typeof heading !== 'string' || heading.length > LONGEST_HEADING || heading.includes('\u0000');
    if (wrong) errors.push({ field: `mapping.${field.slice(0, 40)}`, code: 'INVALID', message: 'Judul kolom tidak terbaca.' });
    else read[field] = heading as string;
  }
  const fields = Object.keys(read).length;
  if (errors.length === 0 && fields === 0) errors.push({ field: 'mapping', code: 'EMPTY', message: 'Tulis paling sedikit satu judul kolom.' });
  if (fields > MOST_FIELDS) errors.push({ field: 'mapping', code: 'INVALID', message: 'Pemetaan kolom tidak terbaca.' });
  if (name.includes('\u0000')) errors.push({ field: 'name', code: 'INVALID', message: 'Nama memuat tanda yang tidak dapat disimpan.' });
  if (errors.length > 0) throw invalidFields(errors);
  return { name: name.replace(/\s+/g, ' ').trim(), mapping: read };
}
