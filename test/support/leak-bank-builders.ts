import { v7 as uuidv7 } from 'uuid';
import { asOwner } from './database.js';
import { type Build, confirmedDeposit, made } from './leak-builders.js';
import type { Home } from './leak-world.js';
import { signedIn } from './sign-in.js';
import { until } from './until.js';

/** Until nothing of these villages and of the regency's office waits for the worker any more. */
export const quiet = (...homes: readonly Home[]): Promise<unknown> =>
  until(() => asOwner<{ n: number }>('select count(*)::int as n from outbox where village_id = any($1::int[]) and done_at is null and failed_at is null', [[0, ...homes.map(({ unit }) => unit.id)]]), ([row]) => row?.n === 0);

/** Which the regency's office has heard of. */
export const expectedDeposit: Build = async (home) => {
  const id = await confirmedDeposit(home);
  await until(() => asOwner<{ n: number }>('select count(*)::int as n from expected_receipts where deposit_id = $1', [id]), ([row]) => row?.n === 1);
  await quiet(home);
  return id;
};

let accounts = 0;
/** A statement at the office that brings a line of this remark and amount, weighed. @returns the run's id */
const statementOf = async (home: Home, remark: string, amount: number): Promise<string> => {
  const office = await signedIn(home.api, 'tax-office', 0);
  accounts += 1;
  const bankAccount = made(await office.post('/bank-accounts', { bank: 'Bank Jatim', number: `9${process.pid}${Date.now()}${accounts}`.slice(0, 30), holder: 'RKUD Uji' }));
  const file = Buffer.from(`Tanggal;Keterangan;Debit;Kredit;Saldo\n02-01-2026;${remark};;${amount};${amount}`);
  const id = made(await office.send('post', '/bank-statements').set('idempotency-key', uuidv7()).field('account', bankAccount).attach('file', file, 'koran.csv'));
  await until(async () => (await office.get(`/bank-statements/${id}`)).body as { state: string }, ({ state }) => state === 'checked');
  await quiet(home);
  return id;
};
const booked = async (home: Home, id: string): Promise<string> => {
  const office = await signedIn(home.api, 'tax-office', 0);
  made(await office.post(`/bank-statements/${id}/application`).set('idempotency-key', uuidv7()));
  await until(async () => (await office.get(`/bank-statements/${id}`)).body as { state: string }, ({ state }) => state === 'applied');
  await quiet(home);
  return id;
};
export const checkedStatement: Build = (home) => statementOf(home, 'SETORAN', 123);
export const unclaimedStatement: Build = async (home) => booked(home, await checkedStatement(home));
const paidIn = async (home: Home): Promise<{ depositId: string; statement: string }> => {
  const depositId = await expectedDeposit(home);
  const [row] = await asOwner<{ reference: string; amount: string }>('select reference, amount from deposits where id = $1', [depositId]);
  return { depositId, statement: await booked(home, await statementOf(home, row?.reference ?? '', Number(row?.amount))) };
};
/** `claim/deposit` of a deposit the bank has shown. */
export const settledClaim: Build = async (home) => {
  const { depositId } = await paidIn(home);
  const [row] = await asOwner<{ claim: string }>('select claim_id as claim from claim_deposits where deposit_id = $1 and living and settled_at is not null', [depositId]);
  return `${row?.claim ?? ''}/${depositId}`;
};
/** With the line of a deposit whose match was undone, so that matching finds it again. */
export const unmatchedStatement: Build = async (home) => {
  const { statement } = await paidIn(home);
  const office = await signedIn(home.api, 'tax-office', 0);
  const [line] = await asOwner<{ id: string }>('select id from statement_lines where statement_id = $1', [statement]);
  made(await office.post(`/statement-lines/${line?.id ?? ''}/undo`, { reason: 'Dicocokkan ulang' }));
  await quiet(home);
  return statement;
};
