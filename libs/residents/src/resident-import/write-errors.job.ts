import { z } from 'zod';
import { defineJob } from '#platform';
import { WriteResidentImportErrors } from './write-errors.js';

/** Beside the lists, not before them: whoever applies at once must not wait for it. */
export const writeResidentImportErrors = defineJob({ name: 'write-resident-import-errors', schema: z.object({ runId: z.uuid() }), run: WriteResidentImportErrors, attempts: 3 });
