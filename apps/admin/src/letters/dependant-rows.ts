import type { Dependant, DependantRow, FamilyMember, Resident } from '../api/contract.js';

/** One line of the list of people who may be dependants. */
export interface DependantChoice { readonly key: string; readonly label: string; readonly row: DependantRow }

/** People of the register by their id; a row without one is the same only when all of it is. */
const keyOf = (row: DependantRow): string => row.residentId ?? JSON.stringify(row);

/** Whoever is in the register is only named: the server writes out the rest, so no number is opened for it or kept in a draft. */
export const named = (rows: readonly DependantRow[]): DependantRow[] => rows.map((row) => (row.residentId ? { residentId: row.residentId } : row));

/** Who lives on the applicant's family card besides the applicant. */
export const livingMembers = (resident: Resident | null): FamilyMember[] => (resident?.family?.members ?? []).filter((member) => member.id !== resident?.id && member.status === 'alive');

/** The members of the card, then whoever a stored letter names besides them. */
export function dependantChoices(members: readonly FamilyMember[], stored: readonly Dependant[]): DependantChoice[] {
  const ids = new Set(members.map(({ id }) => id));
  return [
    ...members.map((member) => ({ key: member.id, label: `${member.name}, ${member.familyPosition.toLowerCase()}, ${member.age} th`, row: { residentId: member.id } })),
    ...stored.filter(({ residentId }) => !residentId || !ids.has(residentId)).map((row) => ({ key: keyOf(row), label: `${row.name}, ${row.relation.toLowerCase()}`, row: named([row])[0] ?? row })),
  ];
}

export const isTicked = (rows: readonly DependantRow[], choice: DependantChoice): boolean => rows.some((row) => keyOf(row) === choice.key);

/** The rows after one tick, in the order of the list, which is the order of the print. */
export function ticked(choices: readonly DependantChoice[], rows: readonly DependantRow[], choice: DependantChoice, on: boolean): DependantRow[] {
  return choices.filter((each) => (each.key === choice.key ? on : isTicked(rows, each))).map(({ row }) => row);
}

/** Neither order of fields nor how a row is written makes it another list. */
export function samePeople(rows: readonly DependantRow[], others: readonly DependantRow[]): boolean {
  return rows.length === others.length && rows.every((row, at) => keyOf(row) === keyOf(others[at] ?? row));
}
