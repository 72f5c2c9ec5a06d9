import { Inject, Injectable } from '@nestjs/common';
import { account, postJournal } from '#ledger';
import { type Actor, Clock, Database, faultPoint, invalidFields, notFound, type Tx } from '#platform';
import { tally } from '#tallies';
import { isPlainDate, type PlainDate } from '#values';
import { COLLECTOR_CASH, IN_TRANSIT } from '../accounts.js';
import { depositNotOpen, ownDeposit } from '../pbb.errors.js';
import { standReceiptsOf } from '../payment/receipt-standing.js';
import { cashTallies, type HeldCash } from '../pbb.tallies.js';

interface ListedDeposit {
  readonly collector_id: string;
  readonly collector_user: string;
  readonly reference: string;
  readonly amount: bigint;
  readonly state: string;
  readonly listed_by: string;
}

export interface DepositProof {
  readonly sha256: string;
  readonly depositedOn: string;
}

/**
 * Somebody else than the collector has seen the bank's proof: the cash leaves the collector's account and waits for the
 * bank's own statement. The regency's office hears of it as a fact.
 */
@Injectable()
export class ConfirmDeposit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws DomainError 404; 403 OWN_DEPOSIT; 409 DEPOSIT_STATE; 422 for the day */
  async run(actor: Actor, depositId: string, { sha256, depositedOn }: DepositProof): Promise<void> {
    const today = this.clock.today();
    if (!isPlainDate(depositedOn)) throw invalidFields([{ field: 'depositedOn', code: 'DATE_IMPOSSIBLE', message: 'Isi tanggal pada bukti setor.' }]);
    if (depositedOn > today) throw invalidFields([{ field: 'depositedOn', code: 'DATE_IN_FUTURE', message: 'Tanggal setor tidak boleh sesudah hari ini.' }]);
    await this.database.inVillage(actor, async (tx) => {
      const deposit = await tx.one<ListedDeposit>(
        `select d.collector_id, c.user_id as collector_user, d.reference, d.amount, d.state, d.listed_by
           from deposits d join collectors c on c.village_id = $1 and c.id = d.collector_id where d.village_id = $1 and d.id = $2 for update of d`,
        [actor.unitId, depositId],
      );
      if (!deposit) throw notFound();
      if (deposit.state !== 'listed') throw depositNotOpen();
      if (actor.userId === deposit.listed_by || actor.userId === deposit.collector_user) throw ownDeposit();
      await confirm(tx, depositId, deposit, sha256, depositedOn, today);
    });
  }
}

async function confirm(tx: Tx, id: string, { collector_id, reference, amount }: ListedDeposit, sha256: string, depositedOn: PlainDate, today: PlainDate): Promise<void> {
  const { actor } = tx;
  const cash = await tx.query<HeldCash>(
    `select date_trunc('minute', p.received_at) as "receivedAt", c.book_code as "bookCode", sum(p.principal + p.penalty)::bigint as amount
       from deposit_payments d join payments p on p.village_id = $1 and p.id = d.payment_id join collectors c on c.village_id = $1 and c.id = p.collector_id
      where d.village_id = $1 and d.deposit_id = $2 and d.living group by 1, 2`,
    [actor.unitId, id],
  );
  const journalId = postJournal(tx, {
    key: `deposit:${id}`, kind: 'deposit', day: today, subjectType: 'deposit', subjectId: id, action: 'deposit.confirmed', detail: { number: reference, amount: Number(amount), depositedOn, sha256 },
    transfers: [{ debit: account(IN_TRANSIT), credit: account(COLLECTOR_CASH, collector_id), amount: BigInt(amount), itemId: id }],
  });
  tx.write(
    `update deposits set state = 'confirmed', proof_sha256 = $3, deposited_on = $4, confirmed_by = $5, confirmed_by_name = $6, confirmed_at = $7, journal_id = $8 where village_id = $1 and id = $2`,
    [actor.unitId, id, sha256, depositedOn, actor.userId, actor.userName, tx.now, journalId],
  );
  tx.write(
    `update bill_positions p set state = 'deposited', updated_at = $3 from deposit_payments d
      where d.village_id = $1 and d.deposit_id = $2 and d.living and p.village_id = $1 and p.payment_id = d.payment_id and p.state = 'with-collector'`,
    [actor.unitId, id, tx.now],
  );
  tally(tx, cashTallies(cash, -1));
  await standReceiptsOf(tx, [id], 'deposited');
  tx.fact('deposit.confirmed', { deposit: id, reference, amount: Number(amount), depositedOn });
  faultPoint('deposit:before-commit');
}
