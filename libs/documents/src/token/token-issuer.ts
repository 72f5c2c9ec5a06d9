import { Inject, Injectable } from '@nestjs/common';
import { Env, type Tx } from '#platform';
import { makeToken } from './token-codec.js';
import { readTokenKeys, type TokenKeys } from './token-keys.js';
import { verificationUrl } from './verification-url.js';

/** The record whose document will carry the QR code. */
export interface TokenSubject {
  readonly subjectType: string;
  readonly subjectId: string;
  /** Where what the document tells of stands, for one whose matter moves on (`standDocuments`). */
  readonly standing?: string;
}

export interface ReservedToken {
  /** The text inside the QR code's address. Whoever holds it opens the public page: keep it with the record, out of logs. */
  readonly token: string;
  readonly tokenHash: Buffer;
  readonly url: string;
}

/** Makes the tokens printed in QR codes; the only place that signs. */
@Injectable()
export class TokenIssuer {
  private readonly keys: TokenKeys;
  private readonly publicUrl: string;

  constructor(@Inject(Env) env: Env) {
    this.keys = readTokenKeys(env.values.PAMONG_QR_KEYS);
    this.publicUrl = env.values.PAMONG_PUBLIC_URL;
  }

  /**
   * Reserves the token of a record, in the transaction that decides the act (approval), before the document
   * is typeset. Until `publishDocument` its page answers "tidak ditemukan".
   * @throws a unique violation when the record already has a token
   */
  async reserveToken(tx: Tx, { subjectType, subjectId, standing }: TokenSubject): Promise<ReservedToken> {
    const { unitId } = tx.actor;
    const { token, hash } = makeToken(unitId, this.keys);
    tx.write(
      `insert into document_tokens (village_id, token_hash, subject_type, subject_id, reserved_at, standing, standing_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [unitId, hash, subjectType, subjectId, tx.now, standing ?? null, standing === undefined ? null : tx.now],
    );
    return { token, tokenHash: hash, url: this.urlOf(token) };
  }

  /** The address in the QR code of a token. */
  urlOf(token: string): string {
    return verificationUrl(this.publicUrl, token);
  }
}
