import type { ImportRun } from '#imports';
import type { PlainDate } from '#values';

/** The kind of an import run that brings a tax list; such runs live at the regency's office. */
export const ASSESSMENT_IMPORT = 'assessments';

/** What its tasks are about. */
export const ASSESSMENT_IMPORT_SUBJECT = 'assessment-import';

/** What the file leaves out, as said at the upload. */
export interface AssessmentOptions {
  readonly taxYear: number | null;
  readonly dueOn: PlainDate | null;
  /** The unit whose list this is; null: of the whole regency. */
  readonly unitId: number | null;
  /** Field → heading as written in the file; null: headings are recognised. */
  readonly mapping: Readonly<Record<string, string>> | null;
}

export const optionsOf = (run: Pick<ImportRun, 'options'>): AssessmentOptions => run.options as AssessmentOptions;
