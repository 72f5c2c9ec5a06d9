import { z } from 'zod';
import { defineJob } from '#platform';
import { PassOnClaims } from './pass-on-claims.js';

/** Named by one claim that waits; all that wait are told with it. */
export const passOnClaims = defineJob({ name: 'pass-on-claims', schema: z.object({ claimId: z.uuid() }), run: PassOnClaims, attempts: 10 });
