import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { step } from '../../../apps/cli/demo/progress.mjs';
import { median } from '../measure/turns.mjs';
import { typesetBare } from '../stage/bare-typesetting.mjs';
import { signedIn } from '../stage/signed-in.mjs';

const LETTERS = 200;
/** Villages that ask at once, as on a busy morning. */
const VILLAGES = 10;

export default {
  title: 'Letters from approval to the stored PDF, against Typst alone in as many processes',
  async run(stage) {
    const api = await step('API ready', () => stage.api());
    await step('worker ready', () => stage.worker());
    const worker = await stage.processOf('worker');
    const desks = await step('desks opened', () => openDesks(stage, api));
    await step('warmed', async () => settled(stage, await batch(desks, 100)));

    const rates = { ours: [], bare: [] };
    for (let round = 1; round <= Math.min(stage.rounds, 3); round++) {
      await step(`round ${round} of ${LETTERS} letters`, async (note) => {
        // The worker stands still while the letters are approved: what is measured is its work alone.
        process.kill(worker, 'SIGSTOP');
        const ids = await batch(desks, LETTERS, note);
        const started = performance.now();
        process.kill(worker, 'SIGCONT');
        await settled(stage, ids);
        rates.ours.push(LETTERS / ((performance.now() - started) / 1000));
        rates.bare.push(LETTERS / (await typesetBare(await preparedJobs(stage, ids), await typesetting(stage))));
        note(`${rates.ours.at(-1).toFixed(1)}/s against ${rates.bare.at(-1).toFixed(1)}/s`);
      });
    }
    const waits = await step('single letters, one after another', () => singleWaits(stage, desks, 40));
    const p95 = waits.toSorted((a, b) => a - b)[Math.ceil(waits.length * 0.95) - 1];
    return [
      { name: 'letters, against bare Typst', ours: median(rates.ours), bare: median(rates.bare), unit: '/s', ratio: median(rates.ours.map((rate, round) => rate / rates.bare[round])), goal: { least: 0.7 } },
      { name: 'approval until the PDF is stored, p95 against median', ours: p95, bare: median(waits), unit: 'ms', ratio: p95 / median(waits), goal: null },
    ];
  },
};

/** An operator and a head in each of the villages, the head in office, and one resident to write about. */
export async function openDesks(stage, api) {
  const units = (await stage.asOwner('select village_id as unit from residents group by 1 having count(*) > 100 order by 1 limit $1', [VILLAGES])).map(({ unit }) => unit);
  const [operators, heads] = [await signedIn(stage, units), await signedIn(stage, units, 'village-head')];
  const desks = [];
  for (const unit of units) {
    const [user] = await stage.asOwner('select id from users where username = $1', [`bench.village-head.${unit}`]);
    await stage.asOwner(
      `insert into officials (village_id, id, name, position, position_name, may_sign, user_id, started_on)
       select $1, $2, 'SUWONDO HADI', 'head', 'Kepala Desa', true, $3, '2020-01-01' where not exists (select from officials where village_id = $1 and position = 'head' and ended_on is null)`,
      [unit, uuidv7(), user.id],
    );
    const [official] = await stage.asOwner(`select id from officials where village_id = $1 and position = 'head' and ended_on is null`, [unit]);
    const [person] = await stage.asOwner('select id from residents where village_id = $1 and basic_status = 1 order by id limit 1', [unit]);
    desks.push({ api, operator: operators.get(unit), head: heads.get(unit), officialId: official.id, residentId: person.id });
  }
  return desks;
}

/** Requests, verifies and approves. @returns ids */
export async function batch(desks, count, note = () => {}) {
  const ids = [];
  for (let nth = 0; nth < count; nth += desks.length) {
    const some = desks.slice(0, count - nth);
    ids.push(...(await Promise.all(some.map((desk) => approved(desk, nth)))));
    note(`${ids.length} approved`);
  }
  return ids;
}

async function approved({ api, operator, head, officialId, residentId }, nth) {
  const post = async (headers, path, body) => {
    const response = await fetch(`${api}/api/v1${path}`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': uuidv7() }, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response.json();
  };
  const data = { residence: `Dusun Krajan RT 00${(nth % 9) + 1}`, residentSince: 'Februari 2024', purpose: `pembukaan rekening bank ${nth}` };
  const { id } = await post(operator, '/letters', { type: 'SKD', residentId, data, signatory: { officialId, capacity: 'head' } });
  await post(operator, `/letters/${id}/verification`, {});
  await post(head, `/letters/${id}/approval`, {});
  return id;
}

export async function settled(stage, ids) {
  for (;;) {
    const [{ open, failed }] = await stage.asOwner(`select count(*) filter (where status = 'approved')::int as open, count(*) filter (where status = 'failed')::int as failed from letters where id = any($1)`, [ids]);
    if (failed > 0) throw new Error(`${failed} letters failed`);
    if (open === 0) return;
    await sleep(50);
  }
}

/** Milliseconds from the answer of the approval to the stored file, as the rows say it. */
async function singleWaits(stage, desks, count) {
  const waits = [];
  for (let nth = 0; nth < count; nth++) {
    const id = await approved(desks[nth % desks.length], nth);
    await settled(stage, [id]);
    const [{ ms }] = await stage.asOwner('select extract(epoch from issued_at - approved_at) * 1000 as ms from letters where id = $1', [id]);
    waits.push(Number(ms));
  }
  return waits;
}

async function preparedJobs(stage, ids) {
  const { prepareLetter } = await import('../../../dist/libs/documents/src/typesetting/prepare-letter.js');
  const rows = await stage.asOwner('select snapshot from letters where id = any($1)', [ids]);
  return rows.map(({ snapshot }) => prepareLetter(snapshot.document, null));
}

async function typesetting(stage) {
  const { fontFiles } = await import('../../../dist/libs/documents/src/typesetting/fonts.js');
  return { processes: Number(stage.env.PAMONG_TYPESET_PROCESSES ?? 1), layouts: fileURLToPath(new URL('../../../dist/libs/documents/layouts/', import.meta.url)), fonts: fontFiles() };
}
