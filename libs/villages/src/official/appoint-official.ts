import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { audit, fieldDiff } from '#audit';
import { type Actor, Database } from '#platform';
import { checkHeadTerm } from './check-head-term.js';
import { checkLogin } from './check-login.js';
import { kindOfVillage, type OfficialInput, readOfficial } from './official-input.js';
import type { NewOfficialDto, OfficialDto } from './official.dto.js';
import { officialAnswer } from './official.queries.js';

@Injectable()
export class AppointOfficial {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError INVALID_INPUT naming each wrong field, HEAD_TERM_OVERLAPS (409) */
  run(actor: Actor, input: NewOfficialDto): Promise<OfficialDto> {
    return this.database.inVillage(actor, async (tx) => {
      const official = readOfficial(input, await kindOfVillage(tx));
      const id = uuidv7();
      await checkLogin(tx, official.userId);
      await checkHeadTerm(tx, id, official);
      const { name, position, positionName, acting, rank, nip, maySign, userId, startedOn, endedOn } = official;
      await tx.query(
        `insert into officials (village_id, id, name, position, position_name, acting, rank, nip, may_sign, user_id, started_on, ended_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [actor.unitId, id, name, position, positionName, acting, rank, nip, maySign, userId, startedOn, endedOn],
      );
      audit(tx, { action: 'official.created', subjectType: 'official', subjectId: id, detail: fieldDiff<Partial<OfficialInput>>({}, official) });
      return officialAnswer({ id, ...official }, actor);
    });
  }
}
