import type { Actor, Database } from '#platform';
import type { PlainDate } from '#values';
import { classificationOn, validityOn } from '../letter/letter-paper.js';
import type { LetterTypeDto } from './letter-type.dto.js';
import { letterTypes } from './letter-types.js';

/** The shipped types with what this village decided about them. */
export function listLetterTypes(database: Database, actor: Actor, on: PlainDate): Promise<LetterTypeDto[]> {
  return database.inVillage(actor, async (tx) => {
    const items: LetterTypeDto[] = [];
    for (const type of letterTypes) {
      const { code, title, purpose, signatories, outsiderAllowed, requirements } = type;
      items.push({
        code, title, purpose, outsiderAllowed,
        classification: await classificationOn(tx, type, on),
        validity: await validityOn(tx, type, on),
        signatories: [...signatories],
        fields: type.fields.map(({ help = null, default: filled = null, options, max, ...field }) => ({ ...field, help, default: filled, ...(options ? { options: [...options] } : {}), ...(max ? { max } : {}) })),
        requirements: [...requirements],
      });
    }
    return items;
  });
}
