import type { Tx } from '#platform';
import { CODE_TABLES, displayLabel } from '#residents';
import { formatShort } from '#values';
import { capitalised, livingResident } from './applicant.js';
import type { DependantInput, DependantRow, FormData, LetterData } from './letter-data.js';

/**
 * Writes out the dependants that were only named, as the register has them now; from then on they stand in the form
 * like typed ones and change no more.
 * @throws DomainError 404 for a person who is not here, 422 for one who no longer lives here
 */
export async function resolveDependants(tx: Tx, form: FormData): Promise<LetterData> {
  const data: LetterData = {};
  for (const [name, value] of Object.entries(form)) {
    data[name] = typeof value === 'string' ? value : await rowsOf(tx, value);
  }
  return data;
}

async function rowsOf(tx: Tx, rows: readonly DependantRow[]): Promise<DependantInput[]> {
  const resolved: DependantInput[] = [];
  for (const row of rows) resolved.push('name' in row ? row : await fromRegister(tx, row.residentId));
  return resolved;
}

async function fromRegister(tx: Tx, residentId: string): Promise<DependantInput> {
  const person = await livingResident(tx, residentId);
  return {
    residentId,
    nik: person.temporaryNik ? '-' : person.nik,
    name: person.name,
    sex: person.sex === 1 ? 'L' : 'P',
    birth: `${person.birthPlace ? capitalised(person.birthPlace) : '-'}, ${formatShort(person.birthDate)}`,
    relation: displayLabel(CODE_TABLES.familyPosition, person.familyPosition) ?? '-',
  };
}
