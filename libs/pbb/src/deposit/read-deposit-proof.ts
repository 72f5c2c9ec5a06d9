import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database, notFound, ObjectStore } from '#platform';
import { proofKind } from './deposit-proof.js';

export interface DepositProofFile {
  readonly stream: Readable;
  readonly type: string;
  /** `bukti-PB0A0000F7.jpg` */
  readonly fileName: string;
}

/** Hands out the bank's proof of a confirmed deposit. Who looked at it is in the trail before the first byte leaves. */
@Injectable()
export class ReadDepositProof {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ObjectStore) private readonly store: ObjectStore,
  ) {}

  /** @throws DomainError 404, also before it is confirmed */
  async run(actor: Actor, depositId: string): Promise<DepositProofFile> {
    const { reference, sha256 } = await this.database.inVillage(
      actor,
      async (tx) => {
        const deposit = await tx.one<{ reference: string; sha256: string | null }>('select reference, proof_sha256 as sha256 from deposits where village_id = $1 and id = $2', [actor.unitId, depositId]);
        if (!deposit || deposit.sha256 === null) throw notFound();
        audit(tx, { action: 'deposit.proof-opened', subjectType: 'deposit', subjectId: depositId, detail: { number: deposit.reference, sha256: deposit.sha256 } });
        return { reference: deposit.reference, sha256: deposit.sha256 };
      },
      { relaxedDurability: true },
    );
    const { type, extension } = await proofKind(this.store, sha256);
    return { stream: this.store.get(sha256), type, fileName: `bukti-${reference}.${extension}` };
  }
}
