import { Inject, Injectable, Optional } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database, DomainError, ObjectStore } from '#platform';
import { lockProfile } from './lock-profile.js';
import { logoBroken, readLogo } from './logo-picture.js';
import { LogoTrial } from './logo-trial.js';
import type { VillageDto } from './profile.dto.js';
import { villageProfile } from './profile.queries.js';
import { villageAnswer } from './village-answer.js';

@Injectable()
export class SetLogo {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ObjectStore) private readonly store: ObjectStore,
    @Optional() @Inject(LogoTrial) private readonly trial?: LogoTrial,
  ) {}

  /**
   * Puts a picture on the letterhead of letters from now on, once a letter could be printed with it. It is kept without
   * what only its file carried (profiles, comments, places).
   * @throws DomainError LOGO_TOO_LARGE (413), LOGO_NOT_A_PICTURE, LOGO_BROKEN, LOGO_TOO_WIDE, LOGO_COLOURS (422), TYPESETTER_BUSY (429)
   */
  async run(actor: Actor, file: Buffer): Promise<VillageDto> {
    const { bytes } = await readLogo(file);
    const answer = await this.trial?.print(bytes);
    if (answer === 'broken') throw logoBroken();
    if (answer === 'busy') throw new DomainError('TYPESETTER_BUSY', 429, 'Pencetak surat sedang sibuk, jadi logo belum dapat diperiksa. Unggah lagi sebentar lagi.', [], 5);
    const { sha256 } = await this.store.put(bytes);
    return this.database.inVillage(actor, async (tx) => {
      await lockProfile(tx, (await villageProfile(tx)).name);
      const before = await villageProfile(tx);
      if (before.logoSha256 === sha256) return villageAnswer(before, actor);
      await tx.query('update village_profiles set logo_sha256 = $2 where village_id = $1', [actor.unitId, sha256]);
      audit(tx, { action: 'village.updated', subjectType: 'village', subjectId: before.code, detail: { logo: [before.logoSha256, sha256] } });
      return villageAnswer({ ...before, logoSha256: sha256 }, actor);
    });
  }
}
