import { z } from 'zod';
import { defineJob } from '#platform';
import { CheckResidentImport } from './check-resident-import.js';
import { ClearResidentImport } from './clear-resident-import.js';
import { TakeBackResidentImport } from './take-back-resident-import.js';
import { WriteResidentImport } from './write-resident-import.js';

const schema = z.object({ runId: z.uuid() });

export const checkResidentImport = defineJob({ name: 'check-resident-import', schema, queue: 'heavy', run: CheckResidentImport, attempts: 3, cancelPermission: 'resident.import' });
export const writeResidentImport = defineJob({ name: 'write-resident-import', schema, queue: 'heavy', run: WriteResidentImport, attempts: 3, cancelPermission: 'resident.import' });
export const takeBackResidentImport = defineJob({ name: 'take-back-resident-import', schema, queue: 'heavy', run: TakeBackResidentImport, attempts: 3, cancelPermission: 'resident.import' });
export const clearResidentImport = defineJob({ name: 'clear-resident-import', schema, run: ClearResidentImport });
