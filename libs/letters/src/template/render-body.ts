import Handlebars from 'handlebars';
import { type Dependant, dependantsTable, type LetterBlock, type LetterRun } from '#documents';
import type { TemplateNode } from '../letter-type/letter-type.js';

/** Everything a template may print: plain texts, nested by dots. Empty values are written '-' by the caller. */
export interface TemplateValues {
  readonly [name: string]: string | boolean | TemplateValues | readonly Dependant[];
}

/**
 * Fills a body's texts. Handlebars makes text fragments only: strict (an unknown name is an error),
 * no helpers, no escaping, since its output is data for the layout and never source of anything.
 * @param previous values of the draft before: a run whose text differs is marked as freshly changed
 * @throws Error naming the missing value
 */
export function renderBody(nodes: readonly TemplateNode[], values: TemplateValues, previous?: TemplateValues): LetterBlock[] {
  return nodes.filter((node) => node.kind === 'dependants' || node.kind === 'identity' || shown(node.when, values)).flatMap((node): LetterBlock[] => {
    if (node.kind === 'paragraph') {
      const runs = node.runs.map((run): LetterRun => (typeof run === 'string' ? fill(run, values) : { text: fill(run.text, values), bold: true, ...marked(run.text, values, previous) }));
      return [{ kind: 'paragraph', runs, ...(node.indent === undefined ? {} : { indent: node.indent }) }];
    }
    if (node.kind === 'identity') {
      const rows = node.rows
        .filter((row) => shown(row.when, values))
        .map((row) => ({ label: row.label, value: fill(row.text, values), ...(row.bold ? { bold: true } : {}), ...marked(row.text, values, previous) }));
      return [{ kind: 'identity', rows }];
    }
    const dependants = valueAt(values, node.field);
    return Array.isArray(dependants) && dependants.length > 0 ? [dependantsTable(dependants as Dependant[])] : [];
  });
}

const compiled = new Map<string, Handlebars.TemplateDelegate<TemplateValues>>();

function fill(text: string, values: TemplateValues): string {
  let template = compiled.get(text);
  if (!template) {
    template = Handlebars.compile<TemplateValues>(text, { strict: true, noEscape: true, knownHelpersOnly: true, knownHelpers: {} });
    compiled.set(text, template);
  }
  return template(values, { helpers: {}, partials: {} });
}

const marked = (text: string, values: TemplateValues, previous?: TemplateValues): { marked?: true } =>
  previous && text.includes('{{') && fill(text, values) !== safely(() => fill(text, previous)) ? { marked: true } : {};

function safely(work: () => string): string | null {
  try {
    return work();
  } catch {
    return null; // the earlier draft had no such value: everything about it is new
  }
}

function shown(when: string | undefined, values: TemplateValues): boolean {
  if (!when) return true;
  const value = valueAt(values, when);
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false && value !== '' && value !== '-';
}

function valueAt(values: TemplateValues, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined), values);
}
