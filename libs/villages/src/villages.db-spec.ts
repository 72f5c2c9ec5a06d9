import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { jobActor, type Tx } from '#platform';
import { plainDate } from '#values';
import { asOwner, connectedAs, freshDatabase } from '../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../test/support/database-of.js';
import { areaKey, ensureAreas } from './area/ensure-areas.js';
import { signatories } from './official/official.queries.js';
import { villageProfile } from './profile/profile.queries.js';
import { provisionRegency } from './provision/provision-regency.js';
import { letterNumberPadding, letterPaper } from './setting/known-settings.js';
import { resolveSetting } from './setting/setting.queries.js';

let app: OpenDatabase;
let first: number;
let second: number;
const today = plainDate('2026-11-24');
const within = <T>(unit: number, work: (tx: Tx) => Promise<T>): Promise<T> => app.database.inVillage(jobActor(unit, 'spec'), work);

beforeAll(async () => {
  app = await openDatabase('app');
  ({ unitId: first } = await buildVillage());
  ({ unitId: second } = await buildVillage('kelurahan'));
});

afterAll(() => app.close());

describe('provisioning', () => {
  it('makes the regency, 33 districts, 378 desa and 12 kelurahan, and nothing new the second time', async () => {
    const own = await freshDatabase();
    try {
      await connectedAs('owner', async (client) => {
        for (let round = 0; round < 2; round += 1) {
          expect(await provisionRegency(client, [{ table: 'sex', code: 1, label: 'LAKI-LAKI' }], [2026])).toBe(390);
          const { rows } = await client.query('select kind, count(*)::int as n from regions group by kind order by kind');
          expect(rows).toEqual([{ kind: 'desa', n: 378 }, { kind: 'district', n: 33 }, { kind: 'kelurahan', n: 12 }, { kind: 'regency', n: 1 }]);
        }
      }, own.urls);
    } finally {
      await own.drop();
    }
  });
});

describe('settings', () => {
  it('take the village override, else the regency default, else the shipped one, as of the day', async () => {
    expect(await within(first, (tx) => resolveSetting(tx, letterNumberPadding, today))).toMatchObject({ value: 3, source: 'default' });
    await within(0, (tx) => tx.query(`insert into regency_settings (key, effective_from, value) values ($1, '2026-01-01', '4')`, [letterNumberPadding.key]));
    expect(await within(first, (tx) => resolveSetting(tx, letterNumberPadding, today))).toMatchObject({ value: 4, source: 'regency', effectiveFrom: '2026-01-01' });
    await within(first, (tx) => tx.query(`insert into village_settings (village_id, key, effective_from, value) values ($1, $2, '2026-11-24', '5'), ($1, $2, '2027-01-01', '6')`, [first, letterNumberPadding.key]));
    expect(await within(first, (tx) => resolveSetting(tx, letterNumberPadding, today))).toMatchObject({ value: 5, source: 'village' });
    expect(await within(first, (tx) => resolveSetting(tx, letterNumberPadding, plainDate('2026-11-23')))).toMatchObject({ value: 4, source: 'regency' });
    expect(await within(second, (tx) => resolveSetting(tx, letterNumberPadding, today))).toMatchObject({ value: 4, source: 'regency' });
  });

  it('lets no village write the regency default', async () => {
    await expect(within(first, (tx) => tx.query(`insert into regency_settings (key, effective_from, value) values ($1, '2026-01-01', '"A4"')`, [letterPaper.key]))).rejects.toMatchObject({ code: '42501' });
  });
});

describe('areas', () => {
  it('are made once per path, and each village has its own', async () => {
    const path = { hamlet: 'KRAJAN', rw: '001', rt: '003' };
    const other = { hamlet: null, rw: '001', rt: null };
    const once = await within(first, (tx) => ensureAreas(tx, [path, path, other, { hamlet: null, rw: null, rt: null }]));
    const again = await within(first, (tx) => ensureAreas(tx, [path]));
    expect(again.get(areaKey(path))).toBe(once.get(areaKey(path)));
    expect(once.size).toBe(2);
    const elsewhere = await within(second, (tx) => ensureAreas(tx, [path]));
    expect(elsewhere.get(areaKey(path))).not.toBe(once.get(areaKey(path)));
    expect((await asOwner('select count(*)::int as n from areas where village_id = $1', [first]))[0]).toEqual({ n: 4 });
  });

  it('cannot hang below an area of another village', async () => {
    const [parent] = await asOwner('select id from areas where village_id = $1 and parent_id is null limit 1', [second]);
    await expect(within(first, (tx) => tx.query(`insert into areas (village_id, id, kind, name, parent_id) values ($1, $2, 'rw', '009', $3)`, [first, uuidv7(), parent?.['id']]))).rejects.toMatchObject({ code: '23503' });
  });
});

describe('officials', () => {
  const appoint = (unit: number, position: string, started: string, ended: string | null, acting: string | null = null) =>
    within(unit, (tx) =>
      tx.query(`insert into officials (village_id, id, name, position, position_name, acting, may_sign, started_on, ended_on) values ($1, $2, 'Nama', $3, 'Jabatan', $6, true, $4, $5)`, [unit, uuidv7(), position, started, ended, acting]),
    );

  it('sign only within their term, the head first', async () => {
    await appoint(first, 'secretary', '2020-01-01', null);
    await appoint(first, 'head', '2019-01-01', '2025-12-31');
    await appoint(first, 'head', '2026-01-01', null);
    const living = await within(first, (tx) => signatories(tx, today));
    expect(living.map((o) => [o.position, o.startedOn])).toEqual([['head', '2026-01-01'], ['secretary', '2020-01-01']]);
    expect(await within(second, (tx) => signatories(tx, today))).toEqual([]);
  });

  it('include one head at most, beside an acting one', async () => {
    await expect(appoint(first, 'head', '2026-05-01', null)).rejects.toMatchObject({ code: '23505' });
    await appoint(first, 'head', '2026-05-01', null, 'Plh.');
  });
});

describe('the profile', () => {
  it('speaks the words of a desa or a kelurahan', async () => {
    expect(await within(first, villageProfile)).toMatchObject({ kind: 'desa', words: { head: 'Kepala Desa' }, regencyName: 'Malang', districtName: 'Uji' });
    expect(await within(second, villageProfile)).toMatchObject({ kind: 'kelurahan', words: { head: 'Lurah' } });
  });
});
