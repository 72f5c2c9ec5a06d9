import { TokenIssuer } from '#documents';
import { trialBalance } from '#ledger';
import { type Actor, Env, jobActor, readEnv } from '#platform';
import { listCollectors } from '../../libs/pbb/src/collector/collector.queries.js';
import { RegisterCollector } from '../../libs/pbb/src/collector/register-collector.js';
import { CancelDeposit } from '../../libs/pbb/src/deposit/cancel-deposit.js';
import { ConfirmDeposit } from '../../libs/pbb/src/deposit/confirm-deposit.js';
import { depositById } from '../../libs/pbb/src/deposit/deposit.queries.js';
import { ListDeposit } from '../../libs/pbb/src/deposit/list-deposit.js';
import { paymentById } from '../../libs/pbb/src/payment/payment.queries.js';
import { QuotePayment } from '../../libs/pbb/src/payment/quote-payment.js';
import { type ReceivedPayment, ReceivePayment } from '../../libs/pbb/src/payment/receive-payment.js';
import { ReversePayment } from '../../libs/pbb/src/payment/reverse-payment.js';
import { asOwner } from './database.js';
import { buildVillage, type OpenDatabase } from './database-of.js';
import { staffAt } from './staff.js';
import { buildBill, type BillParts, type BuiltBill } from './tax-bill.js';
import { assertBooks } from './tax-books.js';
import '../../libs/pbb/src/accounts.js';
import '../../libs/pbb/src/pbb.tallies.js';

let serial = 0;
const PROOF = 'a'.repeat(64);

/** A village with a collector and a treasurer, and what they do with tax money through the verbs. */
export class TaxVillage {
  private constructor(
    private readonly app: OpenDatabase,
    private readonly worker: OpenDatabase,
    private readonly tokens: TokenIssuer,
    readonly unitId: number,
    readonly code: string,
    readonly collector: Actor,
    readonly treasurer: Actor,
    readonly collectorId: string,
  ) {}

  static async open(app: OpenDatabase, worker: OpenDatabase): Promise<TaxVillage> {
    const { unitId, code } = await buildVillage();
    const [collector, treasurer] = [await staffAt(unitId, 'collector'), await staffAt(unitId, 'treasurer')];
    const { id } = await new RegisterCollector(app.database, app.clock).run(treasurer, { userId: collector.userId ?? '', name: 'Pak Darmo', bookCode: '01' });
    return new TaxVillage(app, worker, new TokenIssuer(new Env(readEnv())), unitId, code, collector, treasurer, id);
  }

  bill(parts: Partial<BillParts> = {}): Promise<BuiltBill> {
    return buildBill(this.worker.database, this.unitId, { dueOn: '2099-09-30', ...parts });
  }

  bills(...amounts: number[]): Promise<BuiltBill[]> {
    return Promise.all(amounts.map((amount) => this.bill({ amount: BigInt(amount) })));
  }

  quote(bills: readonly { id: string }[]) {
    return new QuotePayment(this.app.database, this.app.clock).run(this.collector, bills.map(({ id }) => id));
  }

  /** At what it costs, unless a total is said. @returns the payment's id, and the receipt as it was just written */
  async receive(bills: readonly { id: string }[], more: { total?: number; key?: string; by?: Actor; paidBy?: string } = {}): Promise<ReceivedPayment> {
    const total = more.total ?? (await this.quote(bills)).total;
    return new ReceivePayment(this.app.database, this.app.clock, this.tokens).run(more.by ?? this.collector, more.key ?? `kunci-bayar-${(serial += 1)}`, { bills: bills.map(({ id }) => id), total, paidBy: more.paidBy ?? 'Sulastri' });
  }

  async pay(...payment: Parameters<TaxVillage['receive']>): Promise<string> {
    return (await this.receive(...payment)).id;
  }

  reverse(payment: string, by: Actor = this.treasurer): Promise<void> {
    return new ReversePayment(this.app.database, this.app.clock).run(by, payment, 'Salah orang');
  }

  deposit(payments: readonly string[], key = `kunci-setor-${(serial += 1)}`, by: Actor = this.collector): Promise<string> {
    return new ListDeposit(this.app.database).run(by, key, { payments: [...payments], bank: 'Bank Jatim' });
  }

  confirm(deposit: string, by: Actor = this.treasurer, depositedOn: string = this.app.clock.today()): Promise<void> {
    return new ConfirmDeposit(this.app.database, this.app.clock).run(by, deposit, { sha256: PROOF, depositedOn });
  }

  cancel(deposit: string, by: Actor = this.treasurer): Promise<void> {
    return new CancelDeposit(this.app.database).run(by, deposit, 'Salah susun');
  }

  /** Received, listed and confirmed at once: a deposit the bank should show. @returns its id and reference */
  async confirmedDeposit(amounts: readonly number[], depositedOn?: string): Promise<{ id: string; reference: string; bills: BuiltBill[] }> {
    const bills = await this.bills(...amounts);
    const payments: string[] = [];
    for (const bill of bills) payments.push(await this.pay([bill]));
    const id = await this.deposit(payments);
    await this.confirm(id, this.treasurer, depositedOn);
    return { id, reference: (await this.depositOf(id)).reference, bills };
  }

  payment(id: string) {
    return paymentById(this.app.database, this.app.clock, this.treasurer, id);
  }

  depositOf(id: string) {
    return depositById(this.app.database, this.app.clock, this.treasurer, id);
  }

  async state(bill: { id: string }): Promise<unknown> {
    return (await asOwner('select state from bill_positions where village_id = $1 and bill_id = $2', [this.unitId, bill.id]))[0]?.['state'];
  }

  states(bills: readonly { id: string }[]): Promise<unknown[]> {
    return Promise.all(bills.map((bill) => this.state(bill)));
  }

  async inHand(): Promise<number | undefined> {
    return (await listCollectors(this.app.database, this.treasurer)).items[0]?.cashInHand;
  }

  async balances(): Promise<Record<string, number>> {
    return Object.fromEntries((await trialBalance(this.app.database, jobActor(this.unitId, 'spec'), {})).accounts.map((row) => [row.kind, row.balance]));
  }

  /** Everything that must hold of its book. */
  books(): Promise<void> {
    return assertBooks(this.app.database, this.unitId);
  }
}
