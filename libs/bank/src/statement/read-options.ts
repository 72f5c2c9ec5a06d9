import { saidMapping } from '#imports';
import { type FieldError, invalidFields } from '#platform';
import { STATEMENT_COLUMNS } from './reading/statement-columns.js';
import { parseSen } from './reading/parse-sen.js';
import type { StatementOptions } from './statement-import.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What the upload's form said. @throws DomainError 422 naming each field that cannot be read */
export function readOptions(fields: Readonly<Record<string, string>>): StatementOptions {
  const errors: FieldError[] = [];
  const wrong = (field: string, message: string): null => {
    errors.push({ field, code: 'INVALID', message });
    return null;
  };
  const account = fields['account'] ?? '';
  if (!UUID.test(account)) wrong('account', 'Pilih rekening.');
  const balance = (field: 'opening' | 'closing'): string | null => {
    const text = fields[field];
    if (!text) return null;
    const amount = parseSen(text);
    return amount ? String(amount.side === 'out' ? -amount.sen : amount.sen) : wrong(field, 'Tulis saldo seperti pada rekening koran, misalnya 1.250.000,00.');
  };
  const options = { accountId: account, openingSen: balance('opening'), closingSen: balance('closing'), mapping: fields['mapping'] ? readMapping(fields['mapping'], wrong) : null };
  if (errors.length > 0) throw invalidFields(errors);
  return options;
}

/** A statement without days, remarks and amounts is none. */
function readMapping(text: string, wrong: (field: string, message: string) => null): Record<string, string> | null {
  const read = saidMapping(text, STATEMENT_COLUMNS, wrong);
  const lacks = read && !(read['bookedOn'] && read['remark'] && (read['amount'] || (read['debit'] && read['credit'])));
  return lacks ? wrong('mapping', 'Tanggal, keterangan, dan jumlah (atau debit dan kredit) wajib dipetakan.') : read;
}
