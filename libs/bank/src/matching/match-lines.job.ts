import { z } from 'zod';
import { defineJob, onFact } from '#platform';
import { MatchLines } from './match-lines.js';
import { NoteSettled } from './note-settled.js';
import { PassOnClaims } from './pass-on-claims.js';

/** After a statement was booked, or for one deposit that was announced. */
export const matchLines = defineJob({ name: 'match-lines', schema: z.object({ statementId: z.uuid().nullable(), expectedId: z.uuid().nullable() }), queue: 'heavy', run: MatchLines, attempts: 5 });

/** Named by one claim that waits; all that wait are told with it. */
export const passOnClaims = defineJob({ name: 'pass-on-claims', schema: z.object({ claimId: z.uuid() }), run: PassOnClaims, attempts: 10 });

const settled = z.object({ claims: z.array(z.uuid()) });

export const noteSettled = defineJob({ name: 'note-settled', schema: settled, run: NoteSettled, attempts: 10 });

onFact('deposit.settled', noteSettled, ({ claims }) => settled.parse({ claims: String(claims).split(',') }));
