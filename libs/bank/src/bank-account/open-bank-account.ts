import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database, newId } from '#platform';
import { accountExists } from '../bank.errors.js';
import type { NewBankAccountDto } from './bank-account.dto.js';

/** An account of the regency whose statements will be read. */
@Injectable()
export class OpenBankAccount {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @returns its id @throws DomainError 409 BANK_ACCOUNT_EXISTS */
  run(actor: Actor, { bank, number, holder }: NewBankAccountDto): Promise<string> {
    const digits = number.replace(/\D/g, '');
    return this.database.inVillage(actor, async (tx) => {
      const id = newId();
      const opened = await tx.one(
        'insert into bank_accounts (village_id, id, bank, number, holder, opened_by, opened_by_name, opened_at) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning 1',
        [actor.unitId, id, bank.trim(), digits, holder.trim(), actor.userId, actor.userName, tx.now],
      );
      if (!opened) throw accountExists();
      audit(tx, { action: 'bank-account.opened', subjectType: 'bank-account', subjectId: id, detail: { bank: bank.trim(), number: digits } });
      return id;
    });
  }
}
