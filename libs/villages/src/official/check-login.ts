import { invalidFields, type Tx } from '#platform';

/**
 * Step: the login an official is linked to belongs to somebody who works in this village; whoever has it approves in
 * the official's name. Accounts are of a lib above, so the database answers (migration 0013). A link once made stays
 * when the role ends.
 * @throws DomainError INVALID_INPUT (422), the same for an account of another village and for none
 */
export async function checkLogin(tx: Tx, userId: string | null): Promise<void> {
  if (userId === null) return;
  const answer = await tx.one<{ here: boolean }>('select app.works_here($1) as here', [userId]);
  if (!answer?.here) throw invalidFields([{ field: 'userId', code: 'USER_UNKNOWN', message: 'Pengguna ini tidak terdaftar di kantor ini.' }]);
}
