import { z } from 'zod';
import { defineJob, onFact } from '#platform';
import { ExpectReceipt } from './expect-receipt.js';

const schema = z.object({ deposit: z.uuid() });

export const expectReceipt = defineJob({ name: 'expect-receipt', schema, run: ExpectReceipt, attempts: 10 });

onFact('deposit.confirmed', expectReceipt, ({ deposit }) => schema.parse({ deposit }));
