import type { HeadingRules } from '#imports';
import { ASSESSMENT_COLUMNS, ASSESSMENT_HEADINGS, type AssessmentColumn } from './assessment-columns.js';

/**
 * The headings a file is read by: recognised ones, or those of a mapping (field → heading as written). A mapped field has
 * the heading it was given and no other; a field left out of the mapping is not read at all.
 */
export function headingsFor(mapping: Readonly<Record<string, string>> | null): HeadingRules {
  if (mapping === null) return ASSESSMENT_HEADINGS;
  return {
    ...ASSESSMENT_HEADINGS,
    columns: ASSESSMENT_HEADINGS.columns.map(({ key }) => ({ key: `field ${key}`, heading: mapping[key] ?? `field ${key}` })),
    required: Object.keys(mapping).filter((key) => ASSESSMENT_COLUMNS.includes(key as AssessmentColumn)).map((key) => `field ${key}`),
    layouts: [],
    ignored: [],
  };
}
