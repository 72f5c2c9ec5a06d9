import { z } from 'zod';
import { defineJob } from '#platform';
import { RenderLetter } from './render-letter.js';

export const renderLetterJob = defineJob({ name: 'render-letter', schema: z.object({ letterId: z.uuid() }), run: RenderLetter, cancelPermission: 'letter.print' });
