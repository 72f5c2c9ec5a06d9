import { z } from 'zod';
import { defineJob } from '#platform';
import { CheckAssessmentImport } from './check-assessment-import.js';
import { ClearAssessmentImport } from './clear-assessment-import.js';
import { CompareAssessmentParts } from './compare-assessment-parts.js';
import { TakeBackAssessmentImport } from './take-back-assessment-import.js';
import { WriteAssessmentErrors } from './write-assessment-errors.js';
import { WriteAssessmentImport } from './write-assessment-import.js';

const schema = z.object({ runId: z.uuid() });

export const checkAssessmentImport = defineJob({ name: 'check-assessment-import', schema, queue: 'heavy', run: CheckAssessmentImport, attempts: 3, cancelPermission: 'assessment.import' });
export const compareAssessmentParts = defineJob({ name: 'compare-assessment-parts', schema, queue: 'heavy', run: CompareAssessmentParts, attempts: 3 });
export const writeAssessmentImport = defineJob({ name: 'write-assessment-import', schema, queue: 'heavy', run: WriteAssessmentImport, attempts: 3, cancelPermission: 'assessment.import' });
export const takeBackAssessmentImport = defineJob({ name: 'take-back-assessment-import', schema, queue: 'heavy', run: TakeBackAssessmentImport, attempts: 3 });
export const writeAssessmentErrors = defineJob({ name: 'write-assessment-errors', schema, run: WriteAssessmentErrors, attempts: 3 });
export const clearAssessmentImport = defineJob({ name: 'clear-assessment-import', schema, run: ClearAssessmentImport });
