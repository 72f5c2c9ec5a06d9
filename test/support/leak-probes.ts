import { v7 as uuidv7 } from 'uuid';
import * as build from './leak-builders.js';
import type { Rule } from './leak-verdict.js';
import type { Home } from './leak-world.js';
import { type Browser, signedIn } from './sign-in.js';

/** How one parameter of one route that names a record is asked for. */
export interface Probe {
  /** `GET /residents/{id}` */
  readonly route: string;
  /** `path:id`, `query:area`, `body:residentId` */
  readonly takes: string;
  readonly build: build.Build;
  readonly rule: Rule;
  /** Who of a village asks. */
  readonly who: (at: Home) => Browser | Promise<Browser>;
  /** The path below /api/v1 with everything filled in; `at` is the asker's own village. */
  readonly path: (id: string, at: Home) => string | Promise<string>;
  readonly body: (id: string, at: Home) => object | Promise<object>;
  /** Sent as a form with these fields and a file behind them, instead of a body. */
  readonly form?: Readonly<Record<string, string>>;
  /** What names nothing. */
  readonly unknown: string;
}

type Parts = Partial<Pick<Probe, 'rule' | 'who' | 'body' | 'form' | 'path' | 'unknown' | 'takes'>>;

const pathOf = (route: string): string => route.split(' ')[1] ?? '';

/** A record in the path: hidden from everybody else. */
const inPath = (route: string, builder: build.Build, parts: Parts = {}): Probe => ({
  route, takes: 'path:id', build: builder, rule: 'hidden', who: (at) => at.secretary, path: (id) => pathOf(route).replace('{id}', id), body: () => ({}), unknown: uuidv7(), ...parts,
});
/** In a filter: as if it did not exist. */
const inQuery = (route: string, name: string, builder: build.Build, parts: Parts = {}): Probe =>
  inPath(route, builder, { takes: `query:${name}`, rule: 'as-unknown', path: (value) => `${pathOf(route)}?${name}=${encodeURIComponent(value)}`, ...parts });
/** In the body: as if it did not exist. */
const inBody = (route: string, name: string, builder: build.Build, body: Probe['body'], parts: Parts = {}): Probe =>
  inPath(route, builder, { takes: `body:${name}`, rule: 'as-unknown', path: () => pathOf(route), body, ...parts });
/** The place where a page begins. */
const cursor = (route: string, builder: build.Build): Probe => inQuery(route, 'after', build.cursorOf(pathOf(route), builder), { rule: 'nothing-of-it', path: (value) => `${pathOf(route)}?limit=1&after=${value}` });

const reason = { reason: 'Kurang lengkap sekali' };
const nobodysName = { unknown: 'QQXXZZQQXXZZ' };
const nobodysVillage = { rule: 'refused', unknown: '35.07.98.2098' } as const;
const head: Parts = { who: (at) => at.head };
const collecting: Parts = { who: (at) => build.collectorBrowser(at) };
const delegate = (officialId: string) => ({ signatory: { officialId, capacity: 'on-behalf' } });
const account = (extra: object): object => ({ name: 'Petugas Lain', username: `uji.${uuidv7().slice(-12)}`, role: 'village-officer', ...extra });
/** Below a record of the asker's own, one for all he asks. */
const below = (base: string, builder: build.Build, rest = ''): Parts => {
  const own = new WeakMap<Home, Promise<string>>();
  return {
    path: async (_id, at) => {
      const mine = own.get(at) ?? builder(at);
      own.set(at, mine);
      return `${base}/${await mine}${rest}`;
    },
  };
};
const toLetter = async (residentId: string, at: Home): Promise<object> => build.letterOf(residentId, at.officialId);
const byOfficial = async (officialId: string, at: Home): Promise<object> => build.letterOf(await build.anybody(at), officialId, 'on-behalf');
const withDependant = async (residentId: string, at: Home): Promise<object> => build.poorLetterOf(await build.anybody(at), residentId, at.officialId);
const changedDependant = (residentId: string): object => ({ data: build.dependantForm(residentId), ...reason });
const onlyData = (residentId: string): object => ({ data: build.dependantForm(residentId) });

/** What each id, code and cursor of the API is built by; test/house/leak-walk.spec.ts says which are missing. */
export const probes: readonly Probe[] = [
  inPath('DELETE /areas/{id}', build.area),
  inPath('PATCH /areas/{id}', build.area, { body: () => ({ name: `DUSUN ${uuidv7().slice(-6)}` }) }),
  inBody('POST /areas', 'parentId', build.area, (parentId) => ({ kind: 'rw', name: '7', parentId })),
  inQuery('GET /audit-entries', 'subject', build.area),
  inQuery('GET /audit-entries', 'search', build.actorName, nobodysName),
  cursor('GET /audit-entries', build.area),
  inQuery('GET /audit-entries/export.csv', 'subject', build.area),
  inQuery('GET /audit-entries/export.csv', 'search', build.actorName, nobodysName),

  inPath('GET /bills/{id}', build.bill),
  inQuery('GET /bills', 'nop', build.billedNop, { unknown: '350799999999999990' }),
  inQuery('GET /bills', 'search', build.payerName, nobodysName),
  inQuery('GET /bills', 'object', build.billedObject),
  inQuery('GET /bills', 'collector', build.roundCollector),
  inQuery('GET /bills', 'area', build.billedArea),
  cursor('GET /bills', build.bill),
  inQuery('GET /bills/export.xlsx', 'nop', build.billedNop, { unknown: '350799999999999990' }),
  inQuery('GET /bills/export.xlsx', 'search', build.payerName, nobodysName),
  inQuery('GET /bills/export.xlsx', 'object', build.billedObject),
  inQuery('GET /bills/export.xlsx', 'collector', build.roundCollector),
  inQuery('GET /bills/export.xlsx', 'area', build.billedArea),
  inPath('GET /tax-objects/{id}', build.billedObject),
  inPath('PATCH /tax-objects/{id}', build.billedObject, { body: async (_id, at) => ({ areaId: await build.area(at) }) }),
  inBody('PATCH /tax-objects/{id}', 'areaId', build.area, (areaId) => ({ areaId }), below('/tax-objects', build.billedObject)),
  inQuery('GET /tax-objects', 'nop', build.billedNop, { unknown: '350799999999999990' }),
  inQuery('GET /tax-objects', 'search', build.payerName, nobodysName),
  inQuery('GET /tax-objects', 'area', build.billedArea),
  cursor('GET /tax-objects', build.bill),
  inPath('POST /collectors/{id}/assignments', build.collector, { body: async (_id, at) => ({ areaId: await build.area(at) }) }),
  inBody('POST /collectors/{id}/assignments', 'areaId', build.area, (areaId) => ({ areaId }), below('/collectors', build.collector, '/assignments')),
  inBody('POST /collectors/{id}/assignments', 'objectId', build.billedObject, (objectId) => ({ objectId }), below('/collectors', build.collector, '/assignments')),
  inPath('POST /collectors/{id}/ending', build.collector),
  inPath('POST /collector-assignments/{id}/ending', build.assignment),
  inBody('POST /collectors', 'userId', build.collectorsLogin, (userId) => ({ userId, name: 'Pak Darmo', bookCode: uuidv7().slice(-4).toUpperCase() })),
  inPath('GET /payments/{id}', build.payment),
  inPath('GET /payments/{id}/receipt.pdf', build.printedReceipt),
  inPath('POST /payments/{id}/reversal', build.payment, { body: () => reason }),
  inQuery('GET /payments', 'collector', build.busyCollector),
  inQuery('GET /payments/export.xlsx', 'collector', build.busyCollector),
  inQuery('GET /payments', 'search', build.paidBy, nobodysName),
  inQuery('GET /payments/export.xlsx', 'search', build.paidBy, nobodysName),
  cursor('GET /payments', build.payment),
  inBody('POST /payments', 'bills', build.bill, (bill) => ({ bills: [bill], total: 25_000, paidBy: 'Sulastri' }), collecting),
  inBody('POST /payments/quotation', 'bills', build.bill, (bill) => ({ bills: [bill] }), collecting),
  inPath('GET /deposits/{id}', build.deposit),
  inPath('GET /deposits/{id}/proof', build.confirmedDeposit),
  inPath('POST /deposits/{id}/cancellation', build.deposit, { body: () => reason }),
  inPath('POST /deposits/{id}/confirmation', build.deposit, { form: { depositedOn: '2026-01-02' } }),
  inQuery('GET /deposits', 'collector', build.busyCollector),
  inQuery('GET /deposits/export.xlsx', 'collector', build.depositingCollector),
  inQuery('GET /deposits', 'search', build.depositReference, nobodysName),
  inQuery('GET /deposits/export.xlsx', 'search', build.depositReference, nobodysName),
  inQuery('GET /collectors', 'search', build.receiptBook, nobodysName),
  inQuery('GET /collectors/export.xlsx', 'search', build.receiptBook, nobodysName),
  cursor('GET /deposits', build.deposit),
  inBody('POST /deposits', 'payments', build.payment, (payment) => ({ payments: [payment], bank: 'Bank Jatim' }), collecting),
  inQuery('GET /ledger/journals', 'subject', build.journalSubject),
  cursor('GET /ledger/journals', build.bill),
  inQuery('GET /ledger/trial-balance', 'ownerId', build.accountOwner),
  inQuery('GET /ledger/trial-balance/export.xlsx', 'ownerId', build.accountOwner),

  inPath('GET /families/{id}', build.familyId),
  inQuery('GET /families', 'search', build.familyNumber, { unknown: '3507999999999999' }),
  inQuery('GET /families', 'area', build.settledArea),
  cursor('GET /families', build.familyId),
  inQuery('GET /families/export.csv', 'search', build.familyNumber, { unknown: '3507999999999999' }),
  inQuery('GET /families/export.csv', 'area', build.settledArea),

  inPath('GET /letters/applicants/{id}', build.residentId),
  inPath('GET /letters/{id}', build.requestedLetter),
  inPath('PATCH /letters/{id}', build.requestedLetter, { body: () => ({ note: 'Menunggu berkas' }) }),
  inPath('POST /letters/{id}/approval', build.verifiedLetter, head),
  inPath('GET /letters/{id}/document.pdf', build.issuedLetter),
  inPath('POST /letters/{id}/preview.pdf', build.requestedLetter),
  inPath('POST /letters/{id}/rejection', build.requestedLetter, { body: () => reason }),
  inPath('POST /letters/{id}/rendering', build.failedLetter),
  inPath('POST /letters/{id}/replacement', build.issuedLetter, { body: () => reason }),
  inPath('POST /letters/{id}/return', build.requestedLetter, { body: () => reason }),
  inPath('POST /letters/{id}/verification', build.requestedLetter),
  inPath('POST /letters/{id}/voiding', build.issuedLetter, { ...head, body: () => reason }),
  inQuery('GET /letters', 'search', build.applicantOfLetter, nobodysName),
  cursor('GET /letters', build.requestedLetter),
  inQuery('GET /letters/export.csv', 'search', build.applicantOfLetter, nobodysName),
  inBody('POST /letters', 'residentId', build.residentId, toLetter),
  inBody('POST /letters', 'signatory.officialId', build.official, byOfficial),
  inBody('POST /letters', 'data', build.residentId, withDependant),
  inBody('POST /letters/preview.pdf', 'residentId', build.residentId, toLetter),
  inBody('POST /letters/preview.pdf', 'signatory.officialId', build.official, byOfficial),
  inBody('POST /letters/preview.pdf', 'data', build.residentId, withDependant),
  inBody('PATCH /letters/{id}', 'signatory.officialId', build.official, delegate, below('/letters', build.requestedLetter)),
  inBody('PATCH /letters/{id}', 'data', build.residentId, onlyData, below('/letters', build.poorLetter)),
  inBody('POST /letters/{id}/preview.pdf', 'signatory.officialId', build.official, delegate, below('/letters', build.requestedLetter, '/preview.pdf')),
  inBody('POST /letters/{id}/preview.pdf', 'data', build.residentId, onlyData, below('/letters', build.poorLetter, '/preview.pdf')),
  inBody('POST /letters/{id}/replacement', 'signatory.officialId', build.official, (officialId) => ({ ...delegate(officialId), ...reason }), below('/letters', build.issuedLetter, '/replacement')),
  inBody('POST /letters/{id}/replacement', 'data', build.residentId, changedDependant, below('/letters', build.issuedPoorLetter, '/replacement')),

  inPath('PATCH /officials/{id}', build.official, { body: () => ({ rank: 'Penata' }) }),
  inBody('PATCH /officials/{id}', 'userId', build.user, (userId) => ({ userId }), below('/officials', build.official)),
  inBody('POST /officials', 'userId', build.user, (userId) => ({ name: 'Pamong Baru', position: 'officer', positionName: 'Kasi Pelayanan', startedOn: '2024-01-01', userId })),
  inBody('POST /population-events', 'residentId', build.residentId, (residentId, at) => ({ type: 'correction', residentId, reportedOn: at.api.clock.today(), changes: { birthPlace: 'BLITAR' } })),

  ...['overview', 'population', 'letters', 'pbb', 'undeposited-cash'].flatMap((report) =>
    ['', '.xlsx'].map((kind) => inQuery(`GET /reports/${report}${kind}`, 'parent', build.villageCode, { rule: 'hidden', unknown: nobodysVillage.unknown }))),

  inPath('GET /resident-imports/{id}', build.checkedImport),
  inPath('POST /resident-imports/{id}/application', build.checkedImport, { body: () => ({ rows: 'good', existing: 'skip' }) }),
  inPath('POST /resident-imports/{id}/cancellation', build.checkedImport),
  inPath('GET /resident-imports/{id}/errors.xlsx', build.checkedImport),
  inPath('GET /resident-imports/{id}/issue-groups', build.checkedImport),
  inPath('GET /resident-imports/{id}/issues', build.checkedImport),
  inQuery('GET /resident-imports/{id}/issues', 'after', build.issueCursor, {
    rule: 'nothing-of-it',
    path: async (both, at) => {
      const [run, after] = await build.halves(both, at, build.checkedImport);
      return `/resident-imports/${run}/issues?limit=1&after=${after}`;
    },
  }),
  inPath('POST /resident-imports/{id}/reversal', build.appliedImport, { body: () => reason }),
  cursor('GET /resident-imports', build.checkedImport),

  inPath('GET /residents/{id}', build.residentId),
  inPath('POST /residents/{id}/reveal', build.residentId, { body: () => reason }),
  inQuery('GET /residents', 'search', build.residentName, nobodysName),
  inQuery('GET /residents', 'area', build.settledArea),
  cursor('GET /residents', build.residentId),
  inQuery('GET /residents/count', 'search', build.residentName, nobodysName),
  inQuery('GET /residents/count', 'area', build.settledArea),
  inQuery('GET /residents/export.csv', 'search', build.residentName, nobodysName),
  inQuery('GET /residents/export.csv', 'area', build.settledArea),
  inQuery('GET /search', 'q', build.residentName, nobodysName),

  inBody('PUT /sessions/current/village', 'village', build.villageCode, (village) => ({ village }), { ...nobodysVillage, who: (at) => signedIn(at.api, 'village-secretary', at.unit.id) }),
  inBody('PUT /sessions/current/village', 'membership', build.ownMembership, (membership, at) => ({ village: at.unit.code, membership }), { who: build.holder }),

  inPath('GET /tasks/{id}', build.finishedTask),
  inPath('GET /tasks/{id}/events', build.finishedTask),
  inPath('DELETE /tasks/{id}', build.waitingTask),
  cursor('GET /tasks', build.finishedTask),

  inPath('PATCH /users/{id}', build.user, { body: () => ({ name: 'Petugas Lama' }) }),
  inPath('POST /users/{id}/password-reset', build.user),
  inPath('POST /users/{id}/memberships', build.user, { body: () => ({ role: 'collector' }) }),
  inPath('DELETE /users/{id}/memberships/{membershipId}', build.membership, { unknown: `${uuidv7()}/${uuidv7()}`, path: (both) => `/users/${both.replace('/', '/memberships/')}` }),
  inPath('DELETE /users/{id}/memberships/{membershipId}', build.membership, {
    takes: 'path:membershipId',
    unknown: `${uuidv7()}/${uuidv7()}`,
    path: async (both, at) => `/users/${(await build.halves(both, at, build.user)).join('/memberships/')}`,
  }),
  inQuery('GET /users', 'search', build.username, nobodysName),
  inQuery('GET /users', 'village', build.villageCode, { unknown: nobodysVillage.unknown }),
  cursor('GET /users', build.user),
  inQuery('GET /users/export.csv', 'search', build.username, nobodysName),
  inQuery('GET /users/export.csv', 'village', build.villageCode, { unknown: nobodysVillage.unknown }),
  inBody('POST /users', 'village', build.villageCode, (village) => account({ village }), nobodysVillage),
  inBody('POST /users', 'area', build.area, (area) => account({ role: 'hamlet-head', area })),
  inBody('POST /users/{id}/memberships', 'village', build.villageCode, (village) => ({ role: 'collector', village }), { ...nobodysVillage, ...below('/users', build.user, '/memberships') }),
  inBody('POST /users/{id}/memberships', 'area', build.area, (area) => ({ role: 'hamlet-head', area }), below('/users', build.user, '/memberships')),
];
