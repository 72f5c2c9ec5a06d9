import { type Actor, DomainError, notFound, type Tx } from '#platform';
import { enterIdentity } from '../access/identity-scope.js';
import { mayManage } from './may-manage.js';

export interface ManagedUser {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly active: boolean;
  readonly memberships: readonly { readonly id: string; readonly unitId: number; readonly role: string; readonly areaId: string | null }[];
  /** whose audit trail tells of changes to this account: its first unit */
  readonly unitId: number;
}

/**
 * Step: the account an administrator wants to change, locked. Enters scope `identity`.
 * @throws DomainError NOT_FOUND when it is not of the actor's village; OWN_ACCOUNT (409); USER_OUT_OF_REACH (403)
 */
export async function managedUser(tx: Tx, actor: Actor, userId: string): Promise<ManagedUser> {
  enterIdentity(tx);
  const user = await tx.one<Omit<ManagedUser, 'memberships' | 'unitId'>>('select id, username, name, active from users where id = $1 for update', [userId]);
  if (!user) throw notFound();
  const memberships = await tx.query<ManagedUser['memberships'][number]>(
    `select id, unit_id as "unitId", role, area_id as "areaId" from memberships where user_id = $1 and ended_at is null order by created_at, id`,
    [userId],
  );
  if (actor.unitId !== 0 && !memberships.some((held) => held.unitId === actor.unitId)) throw notFound();
  if (userId === actor.userId) throw new DomainError('OWN_ACCOUNT', 409, 'Akun Anda sendiri diatur oleh admin lain.');
  if (!mayManage(actor, { id: userId, memberships })) throw outOfReach();
  return { ...user, memberships, unitId: memberships[0]?.unitId ?? actor.unitId };
}

export const outOfReach = (): DomainError => new DomainError('USER_OUT_OF_REACH', 403, 'Akun atau peran ini di luar wewenang Anda. Hubungi admin kabupaten.');
