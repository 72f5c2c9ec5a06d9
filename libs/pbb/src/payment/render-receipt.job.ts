import { z } from 'zod';
import { defineJob } from '#platform';
import { RenderReceipt } from './render-receipt.js';

export const renderReceiptJob = defineJob({ name: 'render-receipt', schema: z.object({ paymentId: z.uuid() }), run: RenderReceipt });
