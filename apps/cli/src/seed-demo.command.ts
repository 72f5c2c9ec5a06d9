import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { v7 as uuidv7 } from 'uuid';
import { createUser, enterIdentity, roleName, roleNamed } from '#identity';
import { Database, jobActor } from '#platform';
import { withRooms } from './cli.module.js';
import { asOwner } from './owner.js';

interface DemoUser {
  readonly role: string;
  /** The village's code, null at the regency's office. */
  readonly village: string | null;
  readonly username: string;
  readonly password: string;
}

/** Two desa of different districts and a kelurahan; further ones follow by code. */
const firstVillages = ['35.07.26.2003', '35.07.22.2003', '35.07.13.1010'];

const villageRoles = ['village-head', 'village-secretary', 'village-officer', 'treasurer', 'operator', 'collector', 'hamlet-head', 'neighbourhood-head'];
const officeRoles = ['regency-admin', 'tax-office', 'village-affairs', 'civil-registry', 'inspectorate', 'platform-admin', 'district-head'];

const people = ['Suwondo Hadi Prasetyo', 'Agus Setiawan', 'Dwi Lestari', 'Hartono', 'Sri Wahyuni', 'Slamet Riyadi', 'Mulyono', 'Kasiyanto'];

export const seedDemoCommand = new Command('seed-demo')
  .description('demonstration users of every role; refused in production')
  .option('--villages <n>', 'how many villages', Number, 3)
  .requiredOption('--users-file <path>', 'where the logins are written')
  .action(async ({ villages, usersFile }: { villages: number; usersFile: string }) => {
    if (process.env['NODE_ENV'] === 'production') throw new Error('demonstration data has no place in production');
    const { rows } = await asOwner((client) =>
      client.query<{ id: number; code: string; kind: 'desa' | 'kelurahan'; district_code: string }>(
        `select id, code, kind, district_code from units where id > 0 order by array_position($1::text[], code), code limit $2`,
        [firstVillages, villages],
      ),
    );
    await withRooms(async (rooms) => {
      const database = rooms.get(Database);
      const users: DemoUser[] = [];
      const add = async (role: string, unit: { id: number; code: string | null; districtCode: string | null }, username: string, name: string): Promise<string> => {
        const password = randomBytes(9).toString('base64url');
        const districtCode = role === 'district-head' ? unit.districtCode : null;
        const id = await database.inScope('identity', jobActor(0, 'seed-demo'), async (tx) => {
          enterIdentity(tx);
          await tx.query('delete from sessions where user_id = (select id from users where username = $1)', [username]);
          await tx.query('delete from memberships where user_id = (select id from users where username = $1)', [username]);
          await tx.query('delete from users where username = $1', [username]);
          return createUser(tx, { username, name, password, mustChangePassword: false, memberships: [{ unitId: unit.id, role, districtCode }] });
        });
        users.push({ role, village: unit.code, username, password });
        return id;
      };
      for (const village of rows) {
        const suffix = village.code.split('.').slice(2).join('');
        for (const [index, role] of villageRoles.entries()) {
          const userId = await add(role, { id: village.id, code: village.code, districtCode: null }, `${role}.${suffix}`, people[index] ?? role);
          const position = role === 'village-head' ? 'head' : role === 'village-secretary' ? 'secretary' : null;
          if (position) await appoint(database, village.id, { userId, name: (people[index] ?? role).toUpperCase(), position, positionName: roleName(roleNamed(role), village.kind) });
        }
      }
      // Two collectors show whose cash is whose.
      for (const { id, code } of rows) await add('collector', { id, code, districtCode: null }, `collector.second.${code.split('.').slice(2).join('')}`, 'Wiji Lestari');
      for (const role of officeRoles) await add(role, { id: 0, code: null, districtCode: rows[0]?.district_code ?? null }, role, roleName(roleNamed(role), 'regency'));
      // Penalty rules need two persons.
      await add('tax-office', { id: 0, code: null, districtCode: null }, 'tax-office.second', `${roleName(roleNamed('tax-office'), 'regency')} II`);
      writeFileSync(usersFile, JSON.stringify(users, null, 2), { mode: 0o600 });
      console.log(`${users.length} users in ${rows.length} villages and the regency office`);
    });
  });

/** Once the lists are in, the village has areas for the heads of hamlet and RT to look after. */
export const seedDemoAreasCommand = new Command('seed-demo-areas').description('gives the demonstration heads of hamlet and RT the first of their areas').action(async () => {
  if (process.env['NODE_ENV'] === 'production') throw new Error('demonstration data has no place in production');
  await asOwner(async (client) => {
    for (const [role, kind] of [['hamlet-head', 'hamlet'], ['neighbourhood-head', 'rt']]) {
      await client.query(
        `update memberships m set area_id = (select id from areas where village_id = m.unit_id and kind = $2 order by name, id limit 1) where role = $1 and area_id is null and ended_at is null`,
        [role, kind],
      );
    }
  });
});

/** An office holder who may sign; the one seeded before keeps the post and is linked to the new login. */
function appoint(database: Database, unitId: number, official: { userId: string; name: string; position: string; positionName: string }): Promise<void> {
  return database.inVillage(jobActor(unitId, 'seed-demo'), async (tx) => {
    const known = await tx.one('update officials set user_id = $3 where village_id = $1 and position = $2 and ended_on is null returning id', [unitId, official.position, official.userId]);
    if (known) return;
    await tx.query(
      `insert into officials (village_id, id, name, position, position_name, may_sign, user_id, started_on) values ($1, $2, $3, $4, $5, true, $6, '2020-01-01')`,
      [unitId, uuidv7(), official.name, official.position, official.positionName, official.userId],
    );
  });
}
