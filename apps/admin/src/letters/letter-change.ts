import type { DependantRow, Letter, LetterData, LetterDraft } from '../api/contract.js';
import { named, samePeople } from './dependant-rows.js';

/** What the form of a stored letter starts with. */
export function formDataOf(letter: Letter): LetterData {
  return Object.fromEntries(Object.entries(letter.data).map(([name, value]) => [name, Array.isArray(value) ? named(value) : value]));
}

/**
 * What the form says otherwise than the stored letter. Nothing where it says the same: then the letter keeps its rows
 * as they were written out when it was requested, and the preview shows exactly that.
 */
export function changeOf(letter: Letter, body: LetterDraft): Pick<Partial<LetterDraft>, 'data' | 'signatory'> {
  const { officialId, capacity } = letter.signatory;
  return {
    ...(sameData(letter.data, body.data) ? {} : { data: body.data }),
    ...(body.signatory.officialId === officialId && body.signatory.capacity === capacity ? {} : { signatory: body.signatory }),
  };
}

function sameData(stored: LetterData, typed: LetterData): boolean {
  return [...new Set([...Object.keys(stored), ...Object.keys(typed)])].every((name) => {
    const [before, after] = [stored[name] ?? '', typed[name] ?? ''];
    return typeof before === 'string' && typeof after === 'string' ? before === after : samePeople(rowsOf(before), rowsOf(after));
  });
}

const rowsOf = (value: string | DependantRow[]): DependantRow[] => (Array.isArray(value) ? value : []);
