/** On which side an account grows: what is owned or owed to us by debit, what we owe or earned by credit. */
export type AccountSide = 'debit' | 'credit';

/** A kind of account of the chart: one for a whole book, or one for each owner (a collector, a village). */
export interface AccountKind {
  readonly kind: string;
  /** As a trial balance names it. */
  readonly name: string;
  readonly side: AccountSide;
  /** SQL: what an owner of these accounts is called, for the account `a` of the village in $1. Without it they have no owners. */
  readonly ownerName?: string;
}

const kinds = new Map<string, AccountKind>();

/** Adds a kind to the chart. @throws Error when another one has its name */
export function defineAccount(kind: AccountKind): AccountKind {
  if (kinds.has(kind.kind)) throw new Error(`two kinds of account are called ${kind.kind}`);
  if (!/^[a-z]+(-[a-z]+)*$/.test(kind.kind)) throw new Error(`${kind.kind} is no name of a kind of account`);
  kinds.set(kind.kind, kind);
  return kind;
}

/** SQL: the name of the owner of the account `a`, whatever its kind. */
export const ownerNameOf = (): string => `case when a.owner_id is null and a.for_village_id is null then null ${[...kinds.values()].flatMap(({ kind, ownerName }) => (ownerName ? [`when a.kind = '${kind}' then (${ownerName})`] : [])).join(' ')} end`;

/** @throws Error for a kind nobody defined: its rows could not be read any more */
export function accountKind(kind: string): AccountKind {
  const found = kinds.get(kind);
  if (!found) throw new Error(`no kind of account is called ${kind}`);
  return found;
}

/** One account of a book. */
export interface Account {
  readonly code: string;
  readonly kind: string;
  readonly ownerId: string | null;
  /** The village it is kept for, in the regency's book. */
  readonly forVillageId: number | null;
}

/** The account of a kind; where the kind has one for each owner, of a record (its uuid) or of a village (its unit). */
export function account({ kind }: Pick<AccountKind, 'kind'>, owner: string | number | null = null): Account {
  return { code: owner === null ? kind : `${kind}:${owner}`, kind, ownerId: typeof owner === 'string' ? owner : null, forVillageId: typeof owner === 'number' ? owner : null };
}

/** An account by its code: kind, and owner behind the colon. */
export function accountOf(code: string): Account {
  const [kind = '', owner] = code.split(':');
  return account({ kind }, owner === undefined ? null : /^\d+$/.test(owner) ? Number(owner) : owner);
}
