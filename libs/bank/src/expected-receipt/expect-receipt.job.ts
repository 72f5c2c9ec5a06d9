import { z } from 'zod';
import { defineJob, onFact } from '#platform';
import { ExpectReceipt } from './expect-receipt.js';

const schema = z.object({ deposit: z.uuid(), reference: z.string().max(20), amount: z.int().positive(), depositedOn: z.iso.date() });

export const expectReceipt = defineJob({ name: 'expect-receipt', schema, run: ExpectReceipt, attempts: 10 });

onFact('deposit.confirmed', expectReceipt, ({ deposit, reference, amount, depositedOn }) => schema.parse({ deposit, reference, amount, depositedOn }));
