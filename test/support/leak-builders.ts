import { v7 as uuidv7 } from 'uuid';
import type { Response } from 'supertest';
import { asOwner } from './database.js';
import { type Home, someWord } from './leak-world.js';
import { businessForm } from './letter-desk.js';
import { type BuiltResident, buildResident } from './resident.js';
import { buildBill, buildPosting, withWorker } from './tax-bill.js';
import { dhkpOf, nopOf } from './tax-list.js';
import { cardOf, csvOf, nikOf } from './resident-list.js';
import { Browser, password, signedIn, someName } from './sign-in.js';
import { until } from './until.js';
import { caseNumber } from '../../libs/pbb/src/dispute/case-number.js';

/** Makes a record of its own in a village and answers what a parameter would name. */
export type Build = (home: Home) => Promise<string>;

export const made = (answer: Response): string => {
  if (answer.status > 299) throw new Error(`the builder was answered ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.id as string;
};

export const resident = (home: Home): Promise<BuiltResident> => buildResident(home.unit.id, { name: `Sekar ${someWord()}` });
export const residentId: Build = async (home) => (await resident(home)).id;
export const residentName: Build = async (home) => (await resident(home)).name.split(' ')[1] ?? '';
export const familyNumber: Build = async (home) => (await resident(home)).familyNumber;
export const familyId: Build = async (home) => (await resident(home)).familyId;

export const area: Build = async (home) => made(await home.secretary.post('/areas', { kind: 'hamlet', name: someWord() }));

/** With a family and a person in it, so that a filter by it finds something. */
export const settledArea: Build = async (home) => {
  const areaId = await area(home);
  await buildResident(home.unit.id, { name: `Sekar ${someWord()}`, areaId });
  return areaId;
};

export const official: Build = async (home) => made(await home.secretary.post('/officials', { name: `Pamong ${someWord()}`, position: 'officer', positionName: 'Kasi Pelayanan', startedOn: '2024-01-01', maySign: true }));

interface Account {
  readonly id: string;
  readonly username: string;
  readonly memberships: readonly { readonly id: string }[];
}

/** The account's name at sign-in. */
export const username: Build = async (home) => (await account(home)).username;
const account = async (home: Home): Promise<Account> =>
  (await home.secretary.post('/users', { name: 'Petugas Baru', username: someName(), role: 'village-officer' })).body as Account;
export const user: Build = async (home) => (await account(home)).id;
/** A word of the name of somebody who has left a trace: he signed in. */
export const actorName: Build = async (home) => {
  const [login, word] = [someName(), someWord()];
  await home.api.user({ username: login, name: `Petugas ${word}`, password, mustChangePassword: false, memberships: [{ unitId: home.unit.id, role: 'village-officer' }] });
  await new Browser(home.api).signIn(login);
  return word;
};
const holders = new Map<number, Browser>();
/** A membership of somebody who is signed in by it; `holder` is his browser. */
export const ownMembership: Build = async (home) => {
  const browser = await signedIn(home.api, 'village-officer', home.unit.id);
  holders.set(home.unit.id, browser);
  return browser.actor?.memberships[0]?.id ?? '';
};
export const holder = async (home: Home): Promise<Browser> => holders.get(home.unit.id) ?? signedIn(home.api, 'village-officer', home.unit.id);
/** `user/membership`: a route that takes both takes them apart again. */
export const membership: Build = async (home) => {
  const { id, memberships } = await account(home);
  return paired(home, id, memberships[0]?.id ?? '');
};

const outer = new Map<string, number>();
const paired = (home: Home, whole: string, part: string): string => {
  outer.set(whole, home.unit.id);
  return `${whole}/${part}`;
};

/**
 * The two halves of what names a part of something. In a village that does not have the whole, the part is asked for
 * below a whole of its own, so that the part alone is what is foreign.
 */
export const halves = async (both: string, at: Home, build: Build): Promise<[whole: string, part: string]> => {
  const [whole = '', part = ''] = both.split('/');
  return [outer.get(whole) === at.unit.id ? whole : await build(at), part];
};

const people = new Map<number, Promise<string>>();
/** Somebody of the village who only fills a field; the same each time. */
export const anybody: Build = (home) => {
  const known = people.get(home.unit.id) ?? residentId(home);
  people.set(home.unit.id, known);
  return known;
};

export const letterOf = (applicant: string, officialId: string, capacity = 'head'): object => ({ type: 'SKU', residentId: applicant, data: businessForm, signatory: { officialId, capacity } });
export const dependantForm = (residentOf: string): object => ({ purpose: 'beasiswa', institution: 'Sekolah', dependants: [{ residentId: residentOf }] });
export const poorLetterOf = (applicant: string, dependant: string, officialId: string): object => ({ type: 'SKTM', residentId: applicant, data: dependantForm(dependant), signatory: { officialId, capacity: 'head' } });

const request = async (home: Home, body: object): Promise<string> => made(await home.secretary.post('/letters', body).set('idempotency-key', uuidv7()));
export const requestedLetter: Build = async (home) => request(home, letterOf(await anybody(home), home.officialId));
/** Of a type whose form names dependants. */
export const poorLetter: Build = async (home) => request(home, poorLetterOf(await anybody(home), await anybody(home), home.officialId));
export const applicantOfLetter: Build = async (home) => {
  const { id, name } = await resident(home);
  await request(home, letterOf(id, home.officialId));
  return name.split(' ')[1] ?? '';
};
export const verifiedLetter: Build = async (home) => verified(home, await requestedLetter(home));
export const issuedLetter: Build = async (home) => issued(home, await verifiedLetter(home));
export const issuedPoorLetter: Build = async (home) => issued(home, await verified(home, await poorLetter(home)));

const verified = async (home: Home, id: string): Promise<string> => made(await home.secretary.post(`/letters/${id}/verification`));
const issued = async (home: Home, id: string): Promise<string> => {
  made(await home.head.post(`/letters/${id}/approval`));
  await until(async () => (await home.secretary.get(`/letters/${id}`)).body as { status: string }, ({ status }) => status === 'issued');
  return id;
};
/** As one whose paper could not be made; the press itself never fails here. */
export const failedLetter: Build = async (home) => {
  const id = await issuedLetter(home);
  await asOwner(
    `update letters set status = 'failed', failure_code = 'SPEC', failure_message = 'x', document_sha256 = null, document_size = null, document_pages = null, issued_at = null where village_id = $1 and id = $2`,
    [home.unit.id, id],
  );
  await asOwner('update document_tokens set document_id = null, public_snapshot = null, document_sha256 = null where village_id = $1 and subject_id = $2', [home.unit.id, id]);
  return id;
};

/** A bill with the journal that opened it. */
export const bill: Build = async (home) => (await someBill(home)).id;
const someBill = (home: Home) => withWorker((database) => buildBill(database, home.unit.id, { payerName: `SEKAR ${someWord()}`, dueOn: '2099-09-30' }));
export const billedNop: Build = async (home) => (await someBill(home)).nop;
export const billedObject: Build = async (home) => (await someBill(home)).objectId;
export const payerName: Build = async (home) => (await someBill(home)).payerName.split(' ')[1] ?? '';
export const journalSubject: Build = async (home) => (await someBill(home)).runId;
/** An area with a billed object in it. */
export const billedArea: Build = async (home) => {
  const areaId = await area(home);
  made(await home.secretary.patch(`/tax-objects/${await billedObject(home)}`, { areaId }));
  return areaId;
};
/** One who goes to such an area. */
export const roundCollector: Build = async (home) => {
  const id = await collector(home);
  made(await home.secretary.post(`/collectors/${id}/assignments`, { areaId: await billedArea(home) }));
  return id;
};
/** That somebody goes to an area. */
export const assignment: Build = async (home) => made(await home.secretary.post(`/collectors/${await collector(home)}/assignments`, { areaId: await billedArea(home) }));
/** One who has brought money to the bank. */
export const depositingCollector: Build = async (home) => {
  await deposit(home);
  return (await collectorAt(home)).id;
};
/** A code of money on its way that only its own village knows. */
export const depositReference: Build = async (home) => {
  const id = await deposit(home);
  return ((await home.secretary.get(`/deposits/${id}`)).body as { reference: string }).reference;
};
/** A receipt book that nobody else has. */
export const receiptBook: Build = async (home) => {
  const code = someWord().slice(0, 4).toUpperCase();
  await withBook(home, code);
  return code;
};
const collectors = new Map<number, Promise<{ browser: Browser; id: string }>>();
/** Somebody with a receipt book; the same each time. */
const collectorAt = (home: Home): Promise<{ browser: Browser; id: string }> => {
  const known = collectors.get(home.unit.id) ?? withBook(home, '01');
  collectors.set(home.unit.id, known);
  return known;
};
const withBook = async (home: Home, bookCode: string): Promise<{ browser: Browser; id: string }> => {
  const browser = await signedIn(home.api, 'collector', home.unit.id);
  return { browser, id: made(await home.secretary.post('/collectors', { userId: browser.userId, name: `Petugas ${someWord()}`, bookCode })) };
};
export const collectorBrowser = async (home: Home): Promise<Browser> => (await collectorAt(home)).browser;
let books = 10;
/** A collector of its own, with a book of its own. */
export const collector: Build = async (home) => (await withBook(home, String((books += 1)))).id;
/** One who has taken money. */
export const busyCollector: Build = async (home) => {
  await payment(home);
  return (await collectorAt(home)).id;
};
/** A receipt that nobody else's search finds by its name. */
export const paidBy: Build = async (home) => {
  const name = someWord();
  await payment(home, `SEKAR ${name}`);
  return name;
};
/** With its paper, which would else come while the walk looks for changes. */
export const payment = async (home: Home, payer = 'Sulastri'): Promise<string> => {
  const { browser } = await collectorAt(home);
  const id = made(await browser.post('/payments', { bills: [await bill(home)], total: 25_000, paidBy: payer }).set('idempotency-key', uuidv7()));
  await until(async () => (await home.secretary.get(`/payments/${id}`)).body as { receiptReady: boolean }, ({ receiptReady }) => receiptReady);
  return id;
};
export const deposit: Build = async (home) => {
  const { browser } = await collectorAt(home);
  return made(await browser.post('/deposits', { payments: [await payment(home)], bank: 'Bank Jatim' }).set('idempotency-key', uuidv7()));
};
/** With the bank's proof. */
export const confirmedDeposit: Build = async (home) => {
  const id = await deposit(home);
  return made(await home.secretary.send('post', `/deposits/${id}/confirmation`).field('depositedOn', '2026-01-02').attach('file', Buffer.from('%PDF-1.7 bukti'), 'bukti.pdf'));
};
export const printedReceipt: Build = payment;
/** As one whose job was lost; the press itself never fails here. */
export const unprintedReceipt: Build = async (home) => {
  const id = await printedReceipt(home);
  await asOwner('update document_tokens set document_id = null, public_snapshot = null, document_sha256 = null where village_id = $1 and subject_id = $2', [home.unit.id, id]);
  await asOwner('delete from documents where village_id = $1 and subject_id = $2', [home.unit.id, id]);
  return id;
};
export const collectorsLogin: Build = async (home) => (await signedIn(home.api, 'collector', home.unit.id)).userId;

/** What a villager reports to the regency's office about his village. */
export const dispute: Build = async (home) => {
  const { objectId, nop } = await someBill(home);
  const id = uuidv7();
  await asOwner(
    `insert into payment_disputes (village_id, id, for_village_id, case_number, object_id, nop, tax_year, amount, paid_to, paid_on, sent_at) values (0, $1, $2, $3, $4, $5, 2026, 25000, 'Pak Darmo', '2026-01-02', now())`,
    [id, home.unit.id, caseNumber(id), objectId, nop],
  );
  return id;
};

/** Whose account something was posted to. */
export const accountOwner: Build = async (home) => {
  const owner = uuidv7();
  await withWorker((database) => buildPosting(database, home.unit.id, owner));
  return owner;
};

let serial = 4000;

const importIn = async (home: Home, state: string, id: string): Promise<void> => void (await until(async () => (await home.secretary.get(`/resident-imports/${id}`)).body as { state: string }, (run) => run.state === state));

/** A list at the regency's office with one good bill of the village and a wrong row. */
export const checkedList: Build = async (home) => {
  serial += 1;
  const prefix = `98${String(serial).padStart(8, '0')}`;
  await asOwner(`insert into nop_prefixes (prefix, unit_id, confirmed_by_name, confirmed_at) values ($1, $2, 'Uji', now())`, [prefix, home.unit.id]);
  const office = await signedIn(home.api, 'tax-office', 0);
  const form = office.send('post', '/assessment-imports').set('idempotency-key', uuidv7()).field('taxYear', '2026').field('dueOn', '2026-09-30');
  const id = made(await form.attach('file', Buffer.from(dhkpOf([{ NOP: nopOf(prefix, 1) }, { NOP: '123' }])), 'dhkp.csv'));
  await until(async () => (await office.get(`/assessment-imports/${id}`)).body.actions as string[], (actions) => actions.includes('download-errors'));
  return id;
};
export const appliedList: Build = async (home) => {
  const id = await checkedList(home);
  const office = await signedIn(home.api, 'tax-office', 0);
  made(await office.post(`/assessment-imports/${id}/application`, { rows: 'good' }).set('idempotency-key', uuidv7()));
  await until(async () => (await office.get(`/assessment-imports/${id}`)).body as { state: string }, ({ state }) => state === 'applied');
  return id;
};

/** One good row and two wrong ones, so that there is something to correct. */
export const checkedImport: Build = async (home) => {
  serial += 1;
  const list = csvOf([{ nama: `SEKAR ${someWord()}`, nik: nikOf(serial), no_kk: cardOf(serial) }, { nama: `SALAH ${someWord()}`, nik: '123', kk_level: '4' }, { nama: `KELIRU ${someWord()}`, nik: '456', kk_level: '4' }]);
  const id = made(await home.secretary.send('post', '/resident-imports').set('idempotency-key', uuidv7()).attach('file', Buffer.from(list), 'daftar.csv'));
  await importIn(home, 'checked', id);
  await until(async () => (await home.secretary.get(`/resident-imports/${id}`)).body.actions as string[], (actions) => actions.includes('download-errors'));
  return id;
};
export const appliedImport: Build = async (home) => {
  const id = await checkedImport(home);
  made(await home.secretary.post(`/resident-imports/${id}/application`, { rows: 'good', existing: 'skip' }).set('idempotency-key', uuidv7()));
  await importIn(home, 'applied', id);
  return id;
};

export const finishedTask: Build = async (home) => {
  const id = await checkedImport(home);
  const taskOf = async (): Promise<{ id: string; status: string }> => (await home.secretary.get(`/resident-imports/${id}`)).body.task as { id: string; status: string };
  return (await until(taskOf, ({ status }) => status === 'done')).id;
};
/** Waits for a worker that never comes. */
export const waitingTask: Build = async (home) => {
  const id = uuidv7();
  await asOwner(`insert into tasks (id, village_id, kind, status, outbox_id, created_at, cancel_permission) values ($1, $2, 'render-letter', 'queued', $3, now(), 'task.read')`, [id, home.unit.id, uuidv7()]);
  return id;
};

/** The end of the first page of a list that has at least two of what `build` makes. */
export const cursorOf = (list: string, build: Build): Build => async (home) => {
  await build(home);
  await build(home);
  return nextOf(home, list);
};
/** `run/cursor` of its issues. */
export const issueCursor: Build = async (home) => {
  const run = await checkedImport(home);
  return paired(home, run, await nextOf(home, `/resident-imports/${run}/issues`));
};

async function nextOf(home: Home, list: string): Promise<string> {
  const { body } = await home.secretary.get(`${list}?limit=1`);
  if (typeof body.next !== 'string') throw new Error(`${list} has no second page: ${JSON.stringify(body)}`);
  return body.next;
}

export const villageCode: Build = async (home) => home.unit.code;
