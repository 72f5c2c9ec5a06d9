import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jobActor } from '#platform';
import { asOwner, connectedAs } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { audit, auditRead } from '../entry/audit.js';
import { SealAudit } from './seal-audit.js';
import { SEALED_WITHIN_MINUTES, VerifyAudit } from './verify-audit.js';

let app: OpenDatabase;
let worker: OpenDatabase;
let first: number;
let second: number;

const write = (unit: number, action: string, detail?: Record<string, unknown>): Promise<void> =>
  app.database.inVillage(jobActor(unit, 'spec'), (tx) => audit(tx, { action, subjectType: 'spec', subjectId: action, detail: detail ?? null }));
const seal = (unit: number): Promise<number> => new SealAudit(worker.database).sealVillage(unit);
const verify = (unit: number) => new VerifyAudit(app.database).run(jobActor(unit, 'spec'));

beforeAll(async () => {
  app = await openDatabase('app');
  worker = await openDatabase('worker');
});

afterAll(async () => {
  await app.close();
  await worker.close();
});

describe('the sealed trail', () => {
  it('seals each village for itself and finds it intact', async () => {
    ({ unitId: first } = await buildVillage());
    ({ unitId: second } = await buildVillage());
    for (let i = 0; i < 5; i += 1) await write(first, 'spec.done', { name: ['a', `b${i}`], 'a-key': [1, null] });
    await write(second, 'spec.done');
    await auditRead(app.database, jobActor(first, 'spec'), { action: 'spec.read', subjectType: 'spec' });
    expect(await seal(first)).toBe(6);
    expect(await seal(first)).toBe(0);
    expect(await verify(first)).toMatchObject({ intact: true, sealed: 6, unsealed: 0 });
    expect(await verify(second)).toMatchObject({ intact: true, sealed: 0, unsealed: 1 });
  });

  it('finds by itself the villages that have something to seal, and leaves nothing waiting', async () => {
    await new SealAudit(worker.database).run();
    expect(await verify(second)).toMatchObject({ intact: true, sealed: 1, unsealed: 0 });
    expect(await asOwner('select 1 from audit_unsealed where village_id = any($1)', [[first, second]])).toEqual([]);
  });

  it('seals nothing twice although two sealers run at once', async () => {
    for (let i = 0; i < 20; i += 1) await write(second, 'spec.more');
    await Promise.all([seal(second), seal(second), seal(second)]);
    await seal(second);
    expect(await verify(second)).toMatchObject({ intact: true, sealed: 21, unsealed: 0 });
  });

  it('does not let the app role hide an entry from the sealer', async () => {
    await connectedAs('app', (client) => expect(client.query('delete from audit_unsealed')).rejects.toMatchObject({ code: '42501' }));
  });

  it('goes on from the last link', async () => {
    const before = await verify(first);
    await write(first, 'spec.later');
    await seal(first);
    const after = await verify(first);
    expect(after).toMatchObject({ intact: true, sealed: before.sealed + 1 });
    expect(after.head).not.toBe(before.head);
  });

  it.each(['app', 'worker', 'portal'] as const)('lets %s neither change nor remove an entry', async (role) => {
    await connectedAs(role, async (client) => {
      await client.query(`begin`);
      await client.query(`set local app.village_id = '${first}'`);
      await expect(client.query(`update audit_entries set action = 'x'`)).rejects.toMatchObject({ code: '42501' });
      await client.query('rollback');
      await expect(client.query(`delete from audit_entries`)).rejects.toMatchObject({ code: '42501' });
    });
  });

  it('finds a changed entry, a changed detail and a removed entry', async () => {
    const [row] = (await asOwner(`select id, action from audit_entries where village_id = $1 order by id limit 1`, [first])) as { id: string; action: string }[];
    await asOwner(`update audit_entries set action = 'spec.forged' where village_id = $1 and id = $2`, [first, row?.id]);
    expect(await verify(first)).toMatchObject({ intact: false, broken: { position: 1, reason: 'entry-changed' } });
    await asOwner(`update audit_entries set action = $3, detail = '{"name": ["a", "z"]}' where village_id = $1 and id = $2`, [first, row?.id, row?.action]);
    expect(await verify(first)).toMatchObject({ broken: { position: 1, reason: 'detail-changed' } });
    await asOwner(`update audit_entries set detail = null where village_id = $1 and id = $2`, [first, row?.id]);
    expect(await verify(first)).toMatchObject({ intact: true }); // erasing personal detail is allowed
    await asOwner(`alter table audit_seals drop constraint audit_seals_village_id_entry_id_fkey`);
    await asOwner(`delete from audit_entries where village_id = $1 and id = $2`, [first, row?.id]);
    expect(await verify(first)).toMatchObject({ intact: false, broken: { position: 1, reason: 'entry-missing' } });
    await asOwner(`alter table audit_seals add constraint audit_seals_village_id_entry_id_fkey foreign key (village_id, entry_id) references audit_entries (village_id, id) not valid`);
  });

  it('does not take an entry for one that waits when it was put in past the sealer, whatever time it bears', async () => {
    const { unitId } = await buildVillage();
    await write(unitId, 'spec.done');
    expect(await verify(unitId)).toMatchObject({ intact: true, unsealed: 1, overdue: 0 });
    await seal(unitId);
    for (const [nth, at] of [`now() - interval '1 hour'`, `now() + interval '1 year'`].entries()) {
      await asOwner(
        `insert into audit_entries (village_id, id, at, actor_kind, request_id, action, subject_type) values ($1, gen_random_uuid(), ${at}, 'staff', 'forged', 'letter.approved', 'letter')`,
        [unitId],
      );
      expect(await verify(unitId)).toMatchObject({ intact: false, sealed: 1, unsealed: nth + 1, overdue: nth + 1, broken: null });
    }
  });

  it('says so when an entry has waited for longer than the sealer takes', async () => {
    const { unitId } = await buildVillage();
    await write(unitId, 'spec.done');
    await asOwner(`update audit_entries set at = at - interval '${SEALED_WITHIN_MINUTES + 1} minutes' where village_id = $1`, [unitId]);
    expect(await verify(unitId)).toMatchObject({ intact: false, unsealed: 1, overdue: 1 });
    await seal(unitId);
    expect(await verify(unitId)).toMatchObject({ intact: true, sealed: 1, overdue: 0 });
  });

  it('misses the end of a chain only by a head noted elsewhere', async () => {
    const { unitId } = await buildVillage();
    const holds = (position: number, head: string): Promise<boolean> => new VerifyAudit(app.database).holds(jobActor(unitId, 'spec'), position, head);
    const empty = await verify(unitId);
    for (let i = 0; i < 3; i += 1) await write(unitId, 'spec.done');
    await seal(unitId);
    const noted = await verify(unitId);
    expect(noted.position).toBe(3);
    await write(unitId, 'spec.later');
    await seal(unitId);
    expect(await holds(noted.position, noted.head)).toBe(true);
    expect(await holds(empty.position, empty.head)).toBe(true);
    await asOwner('delete from audit_seals where village_id = $1 and position > 2', [unitId]);
    await asOwner('delete from audit_entries e where village_id = $1 and not exists (select 1 from audit_seals s where s.village_id = $1 and s.entry_id = e.id)', [unitId]);
    expect(await verify(unitId)).toMatchObject({ intact: true, sealed: 2 });
    expect(await holds(noted.position, noted.head)).toBe(false);
  });

  it('shows a village nothing of another', async () => {
    const seen = await app.database.inVillage(jobActor(second, 'spec'), (tx) => tx.query('select 1 from audit_entries where village_id = $1', [first]));
    expect(seen).toEqual([]);
  });
});
