import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database, notFound } from '#platform';
import { loadResident } from './load-resident.js';
import type { RevealDto, RevealedDto } from './resident.dto.js';

/** Shows the full numbers of one person; the reason and who asked are in the audit trail before anything is shown. */
@Injectable()
export class RevealIdentity {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 404 when there is no such person here */
  run(actor: Actor, residentId: string, { reason }: RevealDto): Promise<RevealedDto> {
    return this.database.inVillage(actor, async (tx) => {
      const resident = await loadResident(tx, residentId);
      if (!resident) throw notFound();
      audit(tx, { action: 'resident.revealed', subjectType: 'resident', subjectId: residentId, reason });
      return { nik: resident.nik, familyNumber: resident.familyNumber, fatherNik: resident.fatherNik, motherNik: resident.motherNik };
    });
  }
}
