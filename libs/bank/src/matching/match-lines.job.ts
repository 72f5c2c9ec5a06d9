import { z } from 'zod';
import { defineJob, onFact } from '#platform';
import { MatchLines } from './match-lines.js';
import { NoteSettled } from './note-settled.js';

/** After a statement was booked, or for one deposit that was announced. */
export const matchLines = defineJob({ name: 'match-lines', schema: z.object({ statementId: z.uuid().nullable(), expectedId: z.uuid().nullable() }), queue: 'heavy', run: MatchLines, attempts: 5 });

const settled = z.object({ claims: z.array(z.uuid()) });

export const noteSettled = defineJob({ name: 'note-settled', schema: settled, run: NoteSettled, attempts: 10 });

onFact('deposit.settled', noteSettled, ({ claims }) => settled.parse({ claims: String(claims).split(',') }));
