/** One input of a letter's form. Field definitions are data: a new letter type needs no code. */
export interface LetterField {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'textarea' | 'number' | 'money' | 'year-month' | 'date' | 'select' | 'dependants';
  readonly required: boolean;
  /** Why it is asked, or how to write it; shown under the input. */
  readonly help?: string;
  /** Filled in beforehand with the applicant's home as letters print it (`GET /letters/applicants/{id}`). */
  readonly default?: 'address';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly max?: number;
}

/** A line of a letter's numbered particulars. */
export interface IdentityRow { readonly label: string; readonly text: string; readonly bold?: true; readonly when?: string }

/** A node of a letter's body; texts are Handlebars over the letter's values. */
export type TemplateNode =
  | { readonly kind: 'paragraph'; readonly runs: readonly (string | { readonly text: string; readonly bold: true })[]; readonly indent?: boolean; readonly when?: string }
  | { readonly kind: 'identity'; readonly rows: readonly IdentityRow[] }
  | { readonly kind: 'dependants'; readonly field: string };

/** Everything that makes a letter type: defaults that a village's settings may override, form and wording. */
export interface LetterType {
  readonly code: string;
  readonly title: string;
  readonly purpose: string;
  /** Permendagri 83/2022; villages disagree, so setting `letter-type.<code>.classification` overrides it. */
  readonly classification: string;
  readonly validity: { readonly amount: number; readonly unit: 'day' | 'month' } | null;
  readonly signatories: readonly ('head' | 'delegate')[];
  readonly outsiderAllowed: boolean;
  readonly holderSigns: boolean;
  readonly requirements: readonly string[];
  readonly fields: readonly LetterField[];
  readonly body: readonly TemplateNode[];
  /** Raised with every change of wording; kept with each letter made from it. */
  readonly version: string;
}
