import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { jobActor } from '#platform';
import { plainDate } from '#values';
import { asOwner, connectedAs } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { staffAt } from '../../../../test/support/staff.js';
import { AppointOfficial } from './appoint-official.js';
import { ChangeOfficial } from './change-official.js';
import type { NewOfficialDto } from './official.dto.js';
import { listOfficials, signatories } from './official.queries.js';

let app: OpenDatabase;
let first: number;
let second: number;
const actor = (unit: number) => jobActor(unit, 'spec');
const head: NewOfficialDto = { name: 'Suwondo Hadi, S.Pd.', position: 'head', startedOn: '2021-03-01', maySign: true };
const appoint = (unit: number, input: Partial<NewOfficialDto>) => new AppointOfficial(app.database).run(actor(unit), { ...head, ...input });
const change = (unit: number, id: string, input: Partial<NewOfficialDto>) => new ChangeOfficial(app.database).run(actor(unit), id, input);

beforeAll(async () => {
  app = await openDatabase('app');
  ({ unitId: first } = await buildVillage());
  ({ unitId: second } = await buildVillage('kelurahan'));
});

afterAll(() => app.close());

describe('officials', () => {
  it('are called by the words of their village unless the form says otherwise', async () => {
    expect((await appoint(first, { endedOn: '2025-12-31' })).positionName).toBe('Kepala Desa');
    expect((await appoint(second, {})).positionName).toBe('Lurah');
    expect((await appoint(first, { position: 'officer', positionName: 'Kasi Pelayanan' })).positionName).toBe('Kasi Pelayanan');
    await expect(appoint(first, { position: 'officer' })).rejects.toMatchObject({ errors: [{ field: 'positionName' }] });
  });

  it('are one definitive head at a time, by day', async () => {
    await expect(appoint(first, { startedOn: '2025-12-31' })).rejects.toMatchObject({ code: 'HEAD_TERM_OVERLAPS', status: 409 });
    await expect(appoint(first, { startedOn: '2020-01-01' })).rejects.toMatchObject({ code: 'HEAD_TERM_OVERLAPS' });
    await expect(appoint(first, { startedOn: '2020-01-01', endedOn: '2021-03-01' })).rejects.toMatchObject({ code: 'HEAD_TERM_OVERLAPS' });
    expect((await appoint(first, { startedOn: '2026-01-01', name: 'Kartini' })).endedOn).toBeNull();
    expect((await appoint(first, { startedOn: '2026-05-01', acting: 'Plh.' })).acting).toBe('Plh.');
  });

  it('appointed at the same moment are still one head', async () => {
    const { unitId } = await buildVillage();
    const settled = await Promise.allSettled([1, 2, 3].map((day) => appoint(unitId, { startedOn: `2026-01-0${day}`, endedOn: '2026-12-31' })));
    expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('end with a day, and may be followed the day after', async () => {
    const [old] = (await listOfficials(app.database, actor(second), plainDate('2026-11-24'))).filter((one) => one.position === 'head');
    await expect(change(second, old?.id ?? '', { endedOn: '2021-02-28' })).rejects.toMatchObject({ errors: [{ field: 'endedOn' }] });
    expect(await change(second, old?.id ?? '', { endedOn: '2026-06-30' })).toMatchObject({ endedOn: '2026-06-30', name: head.name, maySign: true });
    await appoint(second, { startedOn: '2026-07-01', name: 'Ratna' });
    await expect(change(second, old?.id ?? '', { endedOn: null })).rejects.toMatchObject({ code: 'HEAD_TERM_OVERLAPS' });
    const signing = await app.database.inVillage(actor(second), (tx) => signatories(tx, plainDate('2026-11-24')));
    expect(signing.map((one) => one.name)).toEqual(['Ratna']);
    const [entry] = await asOwner(`select detail from audit_entries where village_id = $1 and action = 'official.updated'`, [second]);
    expect(entry).toEqual({ detail: { endedOn: [null, '2026-06-30'] } });
  });

  it('take the usual name of a new post with them', async () => {
    const secretary = await appoint(first, { position: 'secretary', name: 'Endah' });
    expect(await change(first, secretary.id, { position: 'treasurer' })).toMatchObject({ position: 'treasurer', positionName: 'Bendahara Desa', name: 'Endah' });
  });

  it('have printable names, and every wrong field is named', async () => {
    const wrong = appoint(first, { name: 'Slamet 😀', rank: '🎖', nip: 'abc', startedOn: '2026-02-30', position: 'hamlet-head' });
    await expect(wrong).rejects.toMatchObject({ status: 422, errors: expect.arrayContaining(['name', 'rank', 'nip', 'startedOn'].map((field) => expect.objectContaining({ field }))) });
  });

  it('are linked to logins of people who work in this village only, at their appointment and later', async () => {
    const [own, stranger, nobody] = [(await staffAt(first, 'village-officer')).userId, (await staffAt(second, 'village-officer')).userId, uuidv7()];
    const clerk: Partial<NewOfficialDto> = { position: 'officer', positionName: 'Kasi Kesejahteraan', userId: own };
    const official = await appoint(first, clerk);
    expect(official.userId).toBe(own);
    for (const userId of [stranger, nobody]) {
      const refused = { status: 422, errors: [{ field: 'userId', code: 'USER_UNKNOWN' }] };
      await expect(appoint(first, { ...clerk, userId })).rejects.toMatchObject(refused);
      await expect(change(first, official.id, { userId })).rejects.toMatchObject(refused);
    }
    // The link outlives the role: what was signed under it stays readable, and other fields can still be put right.
    await asOwner('update memberships set ended_at = now() where user_id = $1', [own]);
    expect(await change(first, official.id, { rank: 'Penata' })).toMatchObject({ rank: 'Penata', userId: own });
    await expect(appoint(first, clerk)).rejects.toMatchObject({ errors: [{ code: 'USER_UNKNOWN' }] });
    expect((await change(first, official.id, { userId: null })).userId).toBeNull();
  });

  it('make the database tell no role but the app’s who works where, and the app only of the village it is in', async () => {
    const { userId } = await staffAt(second, 'operator');
    const asked = (role: 'app' | 'worker' | 'portal', unit: number | null): Promise<boolean> =>
      connectedAs(role, async (client) => {
        if (unit !== null) await client.query(`set app.village_id = '${unit}'`);
        return (await client.query<{ here: boolean }>('select app.works_here($1) as here', [userId])).rows[0]?.here ?? false;
      });
    expect([await asked('app', second), await asked('app', first), await asked('app', null)]).toEqual([true, false, false]);
    for (const role of ['worker', 'portal'] as const) await expect(asked(role, second)).rejects.toMatchObject({ code: '42501' });
  });

  it('of another village do not exist', async () => {
    const [own] = await asOwner<{ id: string }>('select id from officials where village_id = $1 limit 1', [first]);
    await expect(change(second, own?.id ?? '', { name: 'Orang Lain' })).rejects.toMatchObject({ status: 404 });
    expect((await listOfficials(app.database, actor(second), plainDate('2026-11-24'))).map((one) => one.id)).not.toContain(own?.id);
  });
});
