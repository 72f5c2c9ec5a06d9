import { v7 as uuidv7 } from 'uuid';
import { account, defineAccount, postJournal } from '#ledger';
import { type Database, jobActor } from '#platform';
import { tally } from '#tallies';
import { plainDate, plainDateInJakarta } from '#values';
import { ASSESSED, RECEIVABLE } from '../../libs/pbb/src/accounts.js';
import { billTallies } from '../../libs/pbb/src/pbb.tallies.js';
import { taxBook } from '../../libs/pbb/src/bill/tax-book.js';
import { withDatabase } from './database-of.js';

export interface BuiltBill {
  readonly id: string;
  readonly objectId: string;
  readonly nop: string;
  readonly payerName: string;
  readonly runId: string;
  readonly amount: bigint;
}

export interface BillParts {
  /** An object built before, for another of its years; a new one when left out. */
  readonly object: Pick<BuiltBill, 'objectId' | 'nop'>;
  readonly taxYear: number;
  readonly amount: bigint;
  readonly dueOn: string;
  readonly payerName: string;
}

let serial = 0;

/** An unpaid bill as a list opens it, its journal posted; as the worker, because nobody else writes bills. Whatever is not said is plausible. */
export async function buildBill(database: Database, unitId: number, parts: Partial<BillParts> = {}): Promise<BuiltBill> {
  serial += 1;
  const { taxYear = 2026, amount = 25_000n, dueOn = `${parts.taxYear ?? 2026}-09-30`, payerName = 'SULASTRI' } = parts;
  const object = parts.object ?? { objectId: uuidv7(), nop: `3507${String(unitId).padStart(6, '0')}${String(process.pid % 1000).padStart(3, '0')}${String(serial).padStart(4, '0')}0` };
  const [id, runId] = [uuidv7(), uuidv7()];
  await database.inVillage(jobActor(unitId, 'spec'), (tx) => {
    if (!parts.object) {
      tx.write('insert into tax_objects (village_id, id, nop, address, land_area, opened_by_run, last_listed_year, updated_at) values ($1, $2, $3, $4, 120, $5, $6, $7)', [unitId, object.objectId, object.nop, 'JL MAWAR 3', runId, taxYear, tx.now]);
    }
    tx.write(
      'insert into bills (village_id, id, object_id, tax_year, amount, tax_book, due_on, payer_name, run_id, opened_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
      [unitId, id, object.objectId, taxYear, amount, taxBook(amount), dueOn, payerName, runId, tx.now],
    );
    tx.write(`insert into bill_positions (village_id, bill_id, tax_year, tax_book, owed, state, updated_at) values ($1, $2, $3, $4, $5, $6, $7)`, [unitId, id, taxYear, taxBook(amount), amount, amount === 0n ? 'nil' : 'unpaid', tx.now]);
    tally(tx, billTallies([{ tax_year: taxYear, tax_book: taxBook(amount), n: 1n, amount }], plainDateInJakarta(tx.now), 1));
    if (amount > 0n) {
      postJournal(tx, { key: `assessed:${runId}`, kind: 'assessment', day: plainDate('2026-03-01'), subjectType: 'spec', subjectId: runId, action: 'spec.assessed', transfers: [{ debit: account(RECEIVABLE), credit: account(ASSESSED), amount, itemId: id }] });
    }
  });
  return { id, objectId: object.objectId, nop: object.nop, payerName, runId, amount };
}

const heldBy = defineAccount({ kind: 'spec-held', name: 'Dititipkan (uji)', side: 'debit' });

/** Something posted to an account of somebody's own. */
export async function buildPosting(database: Database, unitId: number, ownerId: string): Promise<void> {
  const subjectId = uuidv7();
  await database.inVillage(jobActor(unitId, 'spec'), (tx) => void postJournal(tx, {
    key: `spec:${subjectId}`, kind: 'spec', day: plainDate('2026-03-01'), subjectType: 'spec', subjectId, action: 'spec.held', transfers: [{ debit: account(heldBy, ownerId), credit: account(RECEIVABLE), amount: 1_000n }],
  }));
}

/** The worker's own door to the database, for a moment. */
export const withWorker = <T>(work: (database: Database) => Promise<T>): Promise<T> => withDatabase('worker', ({ database }) => work(database));
