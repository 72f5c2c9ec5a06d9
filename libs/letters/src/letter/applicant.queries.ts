import type { Actor, Database } from '#platform';
import { villageProfile } from '#villages';
import { applicantOf } from './applicant.js';
import type { ApplicantPaperDto } from './letter.dto.js';

/** What a letter about this resident takes from the register. @throws DomainError 404, also outside the actor's area; 422 APPLICANT_NOT_LIVING */
export function applicantPaper(database: Database, actor: Actor, residentId: string): Promise<ApplicantPaperDto> {
  return database.inVillage(actor, async (tx) => {
    const { home, unknown } = await applicantOf(tx, { residentId, outsider: null }, await villageProfile(tx));
    return { home: home?.printed ?? null, unknown: [...unknown] };
  });
}
