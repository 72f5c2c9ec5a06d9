/** An answer as the walk compares it: the record asked for is written as `…`, so two refusals can be laid beside each other. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** One question put for a record that exists and for one that does not. */
export interface Pair {
  readonly known: Answer;
  readonly unknown: Answer;
}

/**
 * What the other village must be told.
 * - `hidden`: 404, word for word what it is told of a record that does not exist
 * - `as-unknown`: whatever it is told of a record that does not exist
 * - `nothing-of-it`: anything that names nothing of the first village (a cursor is only a place in a list)
 * - `refused`: no; what is asked for (a village's code) is no secret
 */
export type Rule = 'hidden' | 'as-unknown' | 'nothing-of-it' | 'refused';

export interface Evidence {
  /** Of the village itself; null in a control, where it is not asked. */
  readonly owner: Answer | null;
  readonly stranger: Pair;
  /** A role of the village without the permission; null where everybody signed in may ask. */
  readonly powerless: Pair | null;
  readonly nobody: Pair;
  /** Whether the first village was the same before and after the others had asked. */
  readonly untouched: boolean;
}

/** Everything wrong with the answers, each as a sentence; none when nothing leaks. */
export function verdict(rule: Rule, { owner, stranger, powerless, nobody, untouched }: Evidence, secrets: readonly string[]): string[] {
  const findings = [...strangerFindings(rule, stranger, secrets), ...refusals('a role without the permission', 403, powerless), ...refusals('nobody', 401, nobody)];
  if (owner && (owner.status < 200 || owner.status > 299)) findings.push(`the village itself is answered ${owner.status}, so the walk proves nothing: ${owner.text.slice(0, 300)}`);
  if (!untouched) findings.push('the first village was changed');
  return findings;
}

function strangerFindings(rule: Rule, { known, unknown }: Pair, secrets: readonly string[]): string[] {
  const findings: string[] = [];
  const told = secrets.filter((secret) => known.text.includes(secret));
  if (told.length > 0) findings.push(`the other village is told ${told.join(', ')}`);
  if (known.status >= 500) findings.push(`the other village is answered ${known.status}`);
  if (rule === 'hidden' && known.status !== 404) findings.push(`the other village is answered ${known.status}, not 404`);
  if (rule === 'refused' && (known.status < 400 || known.status > 499)) findings.push(`the other village is answered ${known.status}, no refusal`);
  const alike = known.status === unknown.status && known.text === unknown.text;
  if ((rule === 'hidden' || rule === 'as-unknown') && !alike) findings.push(`the other village can tell it from an unknown one: ${known.status} ${known.text.slice(0, 300)} / ${unknown.status} ${unknown.text.slice(0, 300)}`);
  return findings;
}

function refusals(who: string, status: number, pair: Pair | null): string[] {
  if (!pair) return [];
  const findings: string[] = [];
  for (const [what, answer] of Object.entries(pair)) if (answer.status !== status) findings.push(`${who} asking for the ${what} one is answered ${answer.status}, not ${status}`);
  if (pair.known.text !== pair.unknown.text) findings.push(`${who} can tell it from an unknown one`);
  return findings;
}
