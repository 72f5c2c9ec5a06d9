export type Severity = 'error' | 'warning';

/** What is wrong with one row. An error keeps the row out; with warnings alone it comes in. */
export interface ImportIssue<Field extends string = string, Code extends string = string> {
  readonly field: Field;
  readonly severity: Severity;
  readonly code: Code;
  /** Indonesian, short: what is wrong. Holds no content of the cell, which stands in `value`. */
  readonly message: string;
  /** Indonesian, short: what to do. */
  readonly advice: string;
  /** The cell as the file has it, cut to 100 characters; empty text for an empty cell. */
  readonly value: string;
}

interface IssueText {
  /** Heading of the group in the list of problems. */
  readonly label: string;
  readonly advice: string;
}

const LONGEST_VALUE = 100;

/** Every code that rows of one kind of list can carry, in words. */
export class IssueTable<Code extends string> {
  constructor(private readonly words: Readonly<Record<Code, IssueText>>) {}

  /** `message` when the words depend on the row; otherwise the label says it. */
  issue<Field extends string>(severity: Severity, field: Field, code: Code, value: string, message?: string, advice?: string): ImportIssue<Field, Code> {
    const text = this.words[code];
    return { field, severity, code, message: message ?? `${text.label}.`, advice: advice ?? text.advice, value: value.slice(0, LONGEST_VALUE) };
  }

  /** `NIK tidak 16 angka`: the heading of a group of issues. */
  label(code: string): string {
    return this.knows(code) ? this.words[code].label : code;
  }

  knows(code: string): code is Code {
    return code in this.words;
  }
}
