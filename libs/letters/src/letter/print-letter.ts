import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database, ObjectStore } from '#platform';
import { wrongState } from '../letters.errors.js';
import { loadLetter } from './load-letter.js';

export interface PrintedLetter {
  readonly stream: Readable;
  /** bytes */
  readonly size: number;
  /** `SKU-500.2.2.4-187-35.07.26.2003-2026.pdf` */
  readonly fileName: string;
}

/**
 * Hands out the stored file of a letter, the same bytes each time; also of one that was voided or replaced, for the
 * archive. Who took it is in the trail before the first byte leaves.
 */
@Injectable()
export class PrintLetter {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ObjectStore) private readonly store: ObjectStore,
  ) {}

  /** @throws DomainError 404; 409 LETTER_NOT_PRINTABLE before it is issued */
  async run(actor: Actor, letterId: string): Promise<PrintedLetter> {
    const letter = await this.database.inVillage(
      actor,
      async (tx) => {
        const found = await loadLetter(tx, letterId);
        if (found.documentSha256 === null) throw wrongState('print');
        audit(tx, { action: 'letter.printed', subjectType: 'letter', subjectId: letterId, detail: { sha256: found.documentSha256 } });
        return found;
      },
      { relaxedDurability: true },
    );
    return { stream: this.store.get(letter.documentSha256 ?? ''), size: Number(letter.documentSize), fileName: `${letter.type}-${(letter.numberText ?? letterId).replaceAll(/[^\w.-]+/g, '-')}.pdf` };
  }
}
