import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Database } from '#platform';
import { auditIn, enterIdentity } from '../access/identity-scope.js';
import { unitByCode } from '../access/unit.queries.js';
import { hashPassword, temporaryPassword } from '../password/password-hash.js';
import { outOfReach } from './managed-user.js';
import { mayGrant } from './may-manage.js';
import { insertUser } from './new-user.js';
import type { NewUserAnswerDto } from './user.dto.js';
import { userById } from './user.queries.js';

export interface UserInput {
  readonly name: string;
  readonly username: string;
  readonly role: string;
  readonly village?: string;
  readonly district?: string;
  readonly area?: string;
}

@Injectable()
export class CreateUser {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * A new account with one role and a temporary password, which is answered this once.
   * @throws DomainError USER_OUT_OF_REACH (403), NOT_FOUND (404: village), INVALID_INPUT (422)
   */
  async run(actor: Actor, input: UserInput): Promise<NewUserAnswerDto> {
    const password = temporaryPassword();
    const passwordHash = await hashPassword(password);
    return this.database.inVillage(actor, async (tx) => {
      const unitId = input.village ? (await unitByCode(tx, input.village)).id : actor.unitId;
      if (!mayGrant(actor, { unitId, role: input.role })) throw outOfReach();
      enterIdentity(tx);
      const membership = { unitId, role: input.role, districtCode: input.district ?? null, areaId: input.area ?? null };
      const id = await insertUser(tx, { username: input.username, name: input.name, mustChangePassword: true, memberships: [membership] }, passwordHash);
      const user = await userById(tx, actor, id);
      auditIn(tx, unitId, {}, { action: 'user.created', subjectType: 'user', subjectId: id, detail: { role: [null, input.role] } });
      return { ...user, temporaryPassword: password };
    });
  }
}
