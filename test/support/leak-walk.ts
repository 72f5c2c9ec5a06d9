import exceljs from 'exceljs';
import { v7 as uuidv7 } from 'uuid';
import { permissionsAt, roles } from '#identity';
import type { Operation } from './leak-routes.js';
import type { Probe } from './leak-probes.js';
import { type Answer, type Pair, verdict } from './leak-verdict.js';
import { fingerprintOf, type Home, type LeakWorld, secretsOf } from './leak-world.js';
import type { Browser } from './sign-in.js';

/** Fields that can hold no id, whatever the route. */
const plain = [
  'query:limit', 'query:headless', 'query:sex', 'query:status', 'query:ageFrom', 'query:ageTo', 'query:type', 'query:severity', 'query:code', 'query:action', 'query:year', 'query:problem', 'query:role', 'query:active', 'query:month', 'query:day', 'query:from', 'query:to', 'query:kind', 'query:olderThanHours', 'query:level', 'query:on', 'query:period', 'query:hours',
  'body:name', 'body:kind', 'body:type', 'body:note', 'body:reason', 'body:version', 'body:reportedOn', 'body:changes', 'body:rows', 'body:existing', 'body:file', 'body:value', 'body:effectiveFrom',
  'body:total', 'body:paidBy', 'body:bank', 'body:bookCode', 'body:depositedOn',
  'body:role', 'body:active', 'body:username', 'body:password', 'body:current', 'body:next', 'body:purpose', 'body:position', 'body:positionName', 'body:acting', 'body:rank', 'body:nip', 'body:startedOn', 'body:endedOn',
  'body:maySign', 'body:address', 'body:phone', 'body:email', 'body:postalCode', 'body:website', 'body:paper', 'body:signatory', 'body:signatory.capacity', 'body:outsider',
  ...['name', 'nik', 'birthPlace', 'birthDate', 'sex', 'religion', 'maritalStatus', 'occupation', 'citizenship', 'address'].map((field) => `body:outsider.${field}`),
];

/** What names something and needs no walk, with the reason. */
export const exempt: Readonly<Record<string, string>> = {
  'PUT /holidays/{day} path:day': 'a day of the calendar of the whole regency',
  'DELETE /holidays/{day} path:day': 'a day of the calendar of the whole regency',
  'PUT /settings/{key} path:key': 'a word of our own, the same in every village',
  'GET /villages query:district': 'the catalogue of regions, open to everyone signed in',
  'POST /users body:district': 'the catalogue of regions, open to everyone signed in',
  'POST /users/{id}/memberships body:district': 'the catalogue of regions, open to everyone signed in',
  'GET /residents/count query:after': 'taken as the list takes it and not read: a count has no pages',
  'GET /residents/export.csv query:after': 'taken as the list takes it and not read: a file has no pages',
  'GET /families/export.csv query:after': 'taken as the list takes it and not read: a file has no pages',
  'GET /users/export.csv query:after': 'taken as the list takes it and not read: a file has no pages',
  'GET /audit-entries/export.csv query:after': 'taken as the list takes it and not read: a file has no pages',
  'GET /bills/export.xlsx query:after': 'taken as the list takes it and not read: a file has no pages',
  'GET /payments/export.xlsx query:after': 'taken as the list takes it and not read: a file has no pages',
  'GET /deposits/export.xlsx query:after': 'taken as the list takes it and not read: a file has no pages',
  'GET /letters/export.csv query:after': 'taken as the list takes it and not read: a file has no pages',
  'POST /letters/{id}/preview.pdf body:letter': 'not read',
};

export const nameOf = ({ route, takes }: { route: string; takes: string }): string => `${route} ${takes}`;

/** Whether somebody may ask for it inside a village; what only the regency's office may is refused there to all (leak-elsewhere.spec.ts). */
export const askedInVillages = (permission: string): boolean =>
  ['public', 'signed-in'].includes(permission) || permission.split(' | ').some((one) => [...roles.keys()].some((role) => permissionsAt(role, 1).has(one)));

/** What routes take that nobody says how to build, and what is said of routes that are gone. */
export function gaps(operations: readonly Operation[], probes: readonly Probe[]): { unbuilt: string[]; stale: string[] } {
  const taken = operations.filter(({ permission }) => askedInVillages(permission)).flatMap(({ method, path, takes }) => takes.map((name) => ({ name, full: `${method} ${path.replace('/api/v1', '')} ${name}` })));
  const said = new Set([...probes.map(nameOf), ...Object.keys(exempt)]);
  const live = new Set(taken.map(({ full }) => full));
  return { unbuilt: taken.filter(({ name, full }) => !plain.includes(name) && !said.has(full)).map(({ full }) => full), stale: [...said].filter((full) => !live.has(full)) };
}

/**
 * Puts one question to everybody about a record built for it in the first village: to a role without the right, to
 * nobody, to the other village, and last to the village itself, for whom it must still be there.
 * @param stranger who asks as the other village; a control names the village itself here, and it must be noticed
 * @returns what is wrong
 */
export async function walk(world: LeakWorld, probe: Probe, permission: string, stranger: Home = world.second): Promise<string[]> {
  const { nobody } = world;
  const control = stranger === world.first;
  // Copies, so that what an asker makes for himself is made once for each walk.
  const first = { ...world.first };
  const other = control ? first : { ...stranger };
  const id = await probe.build(first);
  const secrets = (await secretsOf(first.unit.id)).filter((secret) => secret !== id);
  const pair = async (browser: Browser, at: Home): Promise<Pair> => ({ unknown: await ask(probe, browser, probe.unknown, at), known: await ask(probe, browser, id, at) });

  const before = control ? '' : await fingerprintOf(first.unit.id);
  const asStranger = await pair(await probe.who(other), other);
  const untouched = control || before === (await fingerprintOf(first.unit.id));
  const asPowerless = control || permission === 'signed-in' ? null : await pair(powerless(first, permission), first);
  const asNobody = await pair(nobody, first);
  const owner = control ? null : await ask(probe, await probe.who(first), id, first);
  return verdict(probe.rule, { owner, stranger: asStranger, powerless: asPowerless, nobody: asNobody, untouched }, secrets);
}

/** @throws Error when every chair of the village may do it: the walk needs one more role then */
function powerless(home: Home, permission: string): Browser {
  const asked = permission.split(' | ');
  const chairs: [role: string, browser: Browser][] = [['treasurer', home.treasurer], ['hamlet-head', home.hamletHead]];
  const chair = chairs.find(([role]) => asked.every((one) => !permissionsAt(role, home.unit.id).has(one)));
  if (!chair) throw new Error(`nobody in the village lacks ${permission}`);
  return chair[1];
}

async function ask(probe: Probe, browser: Browser, id: string, at: Home): Promise<Answer> {
  const method = probe.route.split(' ')[0]?.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
  const test = browser.send(method, await probe.path(id, at)).set('idempotency-key', uuidv7());
  if (probe.form) {
    for (const [name, value] of Object.entries(probe.form)) void test.field(name, value);
    void test.attach('file', Buffer.from('%PDF-1.7'), 'bukti.pdf');
  } else if (method !== 'get' && method !== 'delete') void test.send(await probe.body(id, at));
  return answerOf(test, id);
}

/** Status and text of an answer, whatever its type. */
export async function answerOf(test: ReturnType<Browser['get']>, id: string): Promise<Answer> {
  const answer = await test.buffer(true).parse((stream, done) => {
    const pieces: Buffer[] = [];
    stream.on('data', (piece: Buffer) => pieces.push(piece));
    stream.on('end', () => done(null, Buffer.concat(pieces)));
  });
  const text = Buffer.isBuffer(answer.body) ? await textOf(answer.body) : '';
  return { status: answer.status, text: text.replaceAll(id, '…') };
}

/** A workbook as what its cells say: packed, it would show nothing, and differ by the second it was made in. */
async function textOf(body: Buffer): Promise<string> {
  if (body.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return body.toString();
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(body as unknown as exceljs.Buffer);
  return JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()));
}
