import type { ImportRun } from '#imports';

/** The kind of an import run that brings a bank statement; such runs live at the regency's office. */
export const STATEMENT_IMPORT = 'bank-statements';

/** What its tasks are about, and the record its journals belong to. */
export const STATEMENT_SUBJECT = 'bank-statement';

/** What was said beside the file. Amounts are hundredths of a rupiah in digits, JSON holds no bigint. */
export interface StatementOptions {
  readonly accountId: string;
  readonly openingSen: string | null;
  readonly closingSen: string | null;
  /** Field → heading as written in the file; null: headings are recognised. */
  readonly mapping: Readonly<Record<string, string>> | null;
  /** Set by the dry run: what the file turned out to tell. */
  readonly found?: StatementFound;
}

export interface StatementFound {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly openingSen: string;
  readonly closingSen: string;
}

export const optionsOf = (run: Pick<ImportRun, 'options'>): StatementOptions => run.options as StatementOptions;
