import { Inject, Injectable } from '@nestjs/common';
import { audit, fieldDiff } from '#audit';
import { type Actor, Database, notFound } from '#platform';
import { checkHeadTerm } from './check-head-term.js';
import { checkLogin } from './check-login.js';
import { changedForm, kindOfVillage, type OfficialInput, readOfficial } from './official-input.js';
import type { OfficialChangeDto, OfficialDto } from './official.dto.js';
import { officialAnswer, officialById } from './official.queries.js';

@Injectable()
export class ChangeOfficial {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * Corrects an official or ends the term (`endedOn`). Letters already approved keep the name and post they carry.
   * @throws DomainError NOT_FOUND, INVALID_INPUT naming each wrong field, HEAD_TERM_OVERLAPS (409)
   */
  run(actor: Actor, id: string, change: OfficialChangeDto): Promise<OfficialDto> {
    return this.database.inVillage(actor, async (tx) => {
      const kind = await kindOfVillage(tx);
      await tx.query('select 1 from officials where village_id = $1 and id = $2 for update', [actor.unitId, id]);
      const before = await officialById(tx, id);
      if (!before) throw notFound();
      const next = readOfficial(changedForm(before, change, kind), kind);
      const diff = fieldDiff<OfficialInput>(before, next);
      if (!diff) return officialAnswer(before, actor);
      if (next.userId !== before.userId) await checkLogin(tx, next.userId);
      await checkHeadTerm(tx, id, next);
      await tx.query(
        `update officials set name = $3, position = $4, position_name = $5, acting = $6, rank = $7, nip = $8, may_sign = $9, user_id = $10, started_on = $11, ended_on = $12
          where village_id = $1 and id = $2`,
        [actor.unitId, id, next.name, next.position, next.positionName, next.acting, next.rank, next.nip, next.maySign, next.userId, next.startedOn, next.endedOn],
      );
      audit(tx, { action: 'official.updated', subjectType: 'official', subjectId: id, detail: diff });
      return officialAnswer({ id, ...next }, actor);
    });
  }
}
