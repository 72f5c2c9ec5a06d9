import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Database } from '#platform';
import { auditIn } from '../access/identity-scope.js';
import { unitByCode } from '../access/unit.queries.js';
import { outdateSessions } from '../session/revoke-sessions.js';
import { managedUser, outOfReach } from './managed-user.js';
import { mayGrant } from './may-manage.js';
import { insertMembership } from './new-user.js';
import type { UserDto } from './user.dto.js';
import { userById } from './user.queries.js';

export interface MembershipInput {
  readonly role: string;
  readonly village?: string;
  readonly district?: string;
  readonly area?: string;
}

@Injectable()
export class GrantMembership {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * A further role for an existing user; its tokens are refused at their next request and renewed.
   * @throws DomainError NOT_FOUND, OWN_ACCOUNT, USER_OUT_OF_REACH, INVALID_INPUT (422)
   */
  run(actor: Actor, userId: string, input: MembershipInput): Promise<UserDto> {
    return this.database.inVillage(actor, async (tx) => {
      await managedUser(tx, actor, userId);
      const unitId = input.village ? (await unitByCode(tx, input.village)).id : actor.unitId;
      if (!mayGrant(actor, { unitId, role: input.role })) throw outOfReach();
      await insertMembership(tx, userId, { unitId, role: input.role, districtCode: input.district ?? null, areaId: input.area ?? null });
      await outdateSessions(tx, userId);
      const answer = await userById(tx, actor, userId);
      auditIn(tx, unitId, {}, { action: 'user.role-granted', subjectType: 'user', subjectId: userId, detail: { role: [null, input.role] } });
      return answer;
    });
  }
}
