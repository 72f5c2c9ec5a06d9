import { z } from 'zod';
import { defineJob } from '#platform';
import { SettleDeposit } from './settle-deposit.js';
import { UnsettleDeposit } from './unsettle-deposit.js';

/** Claims settled in one transaction. */
export const MOST_CLAIMS = 100;

const schema = z.object({ claimId: z.uuid(), depositIds: z.array(z.uuid()).min(1).max(200) });

// A deposit may still belong to a claim that is being undone: the next tries find it free.
export const settleDeposit = defineJob({ name: 'settle-deposit', schema: z.object({ claims: z.array(schema).min(1).max(MOST_CLAIMS) }), run: SettleDeposit, attempts: 10 });
export const unsettleDeposit = defineJob({ name: 'unsettle-deposit', schema, run: UnsettleDeposit, attempts: 10 });
