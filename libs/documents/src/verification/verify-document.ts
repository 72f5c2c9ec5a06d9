import { Inject, Injectable } from '@nestjs/common';
import { Clock, Database, Env, publicActor } from '#platform';
import { compareDates, plainDate, plainDateInJakarta, type PlainDate } from '#values';
import { type PublicSnapshot, publicSnapshotSchema } from '../document/public-snapshot.js';
import { readToken } from '../token/token-codec.js';
import { readTokenKeys, type TokenKeys } from '../token/token-keys.js';

interface Found {
  readonly document: PublicSnapshot;
  /** Of the stored PDF, lower-case hex. */
  readonly sha256: string;
  readonly validUntil: PlainDate | null;
  /** Where what it tells of stands now and since when, in the words of the lib it belongs to; null: it does not move. */
  readonly standing: { readonly is: string; readonly since: PlainDate } | null;
}

/** SAH, KEDALUWARSA, DICABUT, TIDAK DITEMUKAN. Revoked wins over expired. */
export type Verification =
  | { readonly state: 'not-found' }
  | (Found & { readonly state: 'valid' | 'expired' })
  | (Found & { readonly state: 'revoked'; readonly revokedOn: PlainDate; readonly reason: string; readonly replaced: boolean; readonly replacedByNumber: string | null });

interface TokenRow {
  publicSnapshot: unknown;
  sha256: string;
  validUntil: string | null;
  revokedAt: Date | null;
  reason: string | null;
  replaced: boolean;
  replacedByNumber: string | null;
  standing: string | null;
  standingAt: Date | null;
}

const statement = `select public_snapshot as "publicSnapshot", document_sha256 as sha256, valid_until as "validUntil", revoked_at as "revokedAt",
    revoked_reason_public as reason, replaced, replaced_by_number as "replacedByNumber", standing, standing_at as "standingAt"
  from document_tokens where village_id = $1 and token_hash = $2 and document_id is not null`;

/** Answers whoever scans a QR code, in one round trip; a token we did not sign never reaches the database. */
@Injectable()
export class VerifyDocument {
  private readonly keys: TokenKeys;

  constructor(
    @Inject(Env) env: Env,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.keys = readTokenKeys(env.values.PAMONG_QR_KEYS);
  }

  async run(text: string, requestId: string): Promise<Verification> {
    const token = readToken(text, this.keys);
    if (!token) return { state: 'not-found' };
    const [row] = await this.database.readVillage<TokenRow>(publicActor(token.villageId, requestId), { name: 'verify-document', text: statement, values: [token.villageId, token.hash] });
    return row ? this.judge(row) : { state: 'not-found' };
  }

  private judge(row: TokenRow): Verification {
    const validUntil = row.validUntil === null ? null : plainDate(row.validUntil);
    const standing = row.standing !== null && row.standingAt ? { is: row.standing, since: plainDateInJakarta(row.standingAt) } : null;
    const found = { document: publicSnapshotSchema.parse(row.publicSnapshot), sha256: row.sha256, validUntil, standing };
    if (row.revokedAt) {
      return { ...found, state: 'revoked', revokedOn: plainDateInJakarta(row.revokedAt), reason: row.reason ?? '', replaced: row.replaced, replacedByNumber: row.replacedByNumber };
    }
    const expired = validUntil !== null && compareDates(validUntil, this.clock.today()) < 0;
    return { ...found, state: expired ? 'expired' : 'valid' };
  }
}
