import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Database, DomainError, invalidFields, type Tx } from '#platform';
import { auditIn, enterIdentity } from '../access/identity-scope.js';
import { unitByCode, type UnitRow } from '../access/unit.queries.js';
import { belongsToOffice, roleNamed } from '../role/roles.js';
import { SessionAnswer } from './open-session.js';
import type { SessionDto } from './session.dto.js';

interface Standing {
  id: string;
  role: string;
  unit_id: number;
  district_code: string | null;
}

@Injectable()
export class SwitchVillage {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SessionAnswer) private readonly answer: SessionAnswer,
  ) {}

  /**
   * Makes another unit the session's own: one the user belongs to, or a village an office role looks
   * into on purpose. Who holds several roles there says by `membership` in which he goes on; without it the present
   * one stays where it can, else the oldest that fits. Tokens of the former place are refused from now on, in every tab.
   * @throws DomainError NOT_FOUND (404), VILLAGE_OUT_OF_REACH (403: also for a membership that is not his or not of
   *   there), INVALID_INPUT (422) without a purpose
   */
  run(actor: Actor, input: { village: string; membership?: string; purpose?: string }): Promise<SessionDto> {
    return this.database.inVillage(actor, async (tx) => {
      enterIdentity(tx);
      const unit = await unitByCode(tx, input.village);
      const held = await tx.query<Standing>(
        `select m.id, m.role, m.unit_id, m.district_code
           from sessions s join memberships m on m.user_id = s.user_id and m.ended_at is null
          where s.id = $1 order by m.id = s.membership_id desc, m.created_at, m.id`,
        [actor.sessionId],
      );
      const standings = input.membership === undefined ? held : held.filter((m) => m.id === input.membership);
      const member = standings.find((m) => m.unit_id === unit.id);
      const visitor = member ? undefined : standings.find((m) => reaches(m, unit));
      const standing = member ?? visitor;
      if (!standing) throw new DomainError('VILLAGE_OUT_OF_REACH', 403, 'Desa ini berada di luar jangkauan peran Anda.');
      const purpose = visitor ? requirePurpose(input.purpose) : null;
      await this.move(tx, actor, unit, standing.id, purpose);
      const answer = await this.answer.of(tx, actor.sessionId ?? '');
      const detail = actor.role === standing.role ? null : { role: [actor.role, standing.role] };
      auditIn(tx, unit.id, { role: standing.role }, { action: 'session.village-entered', subjectType: 'session', subjectId: actor.sessionId, reason: purpose, detail });
      return answer;
    });
  }

  private async move(tx: Tx, actor: Actor, unit: UnitRow, membershipId: string, purpose: string | null): Promise<void> {
    tx.write(`update sessions set unit_id = $2, membership_id = $3, visiting_purpose = $4, version = version + 1 where id = $1`, [actor.sessionId, unit.id, membershipId, purpose]);
  }
}

/** An office role that may look into villages, and this one lies within its district or regency. */
function reaches(standing: Standing, unit: UnitRow): boolean {
  const role = roleNamed(standing.role);
  if (unit.id === 0 || !role.visiting || !belongsToOffice(role)) return false;
  return role.reach === 'regency' || (standing.district_code !== null && standing.district_code === unit.district_code);
}

function requirePurpose(given: string | undefined): string {
  const purpose = given?.trim() ?? '';
  if (purpose.length < 10) {
    throw invalidFields([{ field: 'purpose', code: 'PURPOSE_REQUIRED', message: 'Tuliskan keperluan Anda, paling sedikit 10 huruf. Keperluan ini tercatat di jejak audit desa.' }]);
  }
  return purpose;
}
