import { z } from 'zod';
import { defineJob } from '#platform';
import { CheckStatement } from './check-statement.js';
import { ClearStatement } from './clear-statement.js';
import { TakeBackStatement } from './take-back-statement.js';
import { WriteStatement } from './write-statement.js';

const schema = z.object({ runId: z.uuid() });

export const checkStatement = defineJob({ name: 'check-bank-statement', schema, queue: 'heavy', run: CheckStatement, attempts: 3, cancelPermission: 'bank.reconcile' });
export const writeStatement = defineJob({ name: 'write-bank-statement', schema, queue: 'heavy', run: WriteStatement, attempts: 3 });
export const takeBackStatement = defineJob({ name: 'take-back-bank-statement', schema, queue: 'heavy', run: TakeBackStatement, attempts: 3 });
export const clearStatement = defineJob({ name: 'clear-bank-statement', schema, run: ClearStatement });
