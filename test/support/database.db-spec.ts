import { afterAll, describe, expect, it } from '@jest/globals';
import { asOwner, connectedAs, type DatabaseRole, freshDatabase } from './database.js';

describe('the database of a test worker', () => {
  const roles: DatabaseRole[] = ['owner', 'app', 'portal', 'worker'];

  it.each(roles)('opens for %s as a role of its own, in UTF-8 and UTC', async (role) => {
    const rows = await connectedAs(role, async (client) => {
      const answer = await client.query("SELECT current_user::text AS name, current_setting('server_encoding') AS encoding, current_setting('timezone') AS zone");
      return answer.rows;
    });
    expect(rows).toEqual([{ name: `pamong_${role}`, encoding: 'UTF8', zone: 'UTC' }]);
  });

  it('lets only the owner past row level security, and nobody be superuser', async () => {
    const rows = await asOwner<{ rolname: string }>("SELECT rolname FROM pg_roles WHERE rolname LIKE 'pamong%' AND (rolbypassrls OR rolsuper OR rolinherit OR rolcreaterole OR rolcreatedb)");
    expect(rows).toEqual([{ rolname: 'pamong_owner' }]);
  });

  it.each(['app', 'portal', 'worker'] as const)('lets %s create no table', async (role) => {
    await connectedAs(role, async (client) => {
      await expect(client.query('CREATE TABLE smuggled (a int)')).rejects.toMatchObject({ code: '42501' });
    });
  });

  it('lets the portal create no temporary table either; app and worker need them for the embedded queue', async () => {
    await connectedAs('portal', async (client) => {
      await expect(client.query('CREATE TEMP TABLE smuggled (a int)')).rejects.toMatchObject({ code: '42501' });
    });
  });

  it('sorts names without regard to letter case, as ICU does and the C locale does not', async () => {
    const rows = await asOwner<{ name: string }>("SELECT name FROM (VALUES ('budi'), ('Ani'), ('ani'), ('Éko')) AS people (name) ORDER BY name");
    expect(rows.map((row) => row.name)).toEqual(['ani', 'Ani', 'budi', 'Éko']);
  });

  describe('and a fresh copy', () => {
    let fresh: Awaited<ReturnType<typeof freshDatabase>>;
    afterAll(() => fresh.drop());

    it('is another database, made of the same template', async () => {
      fresh = await freshDatabase();
      const name = () => "SELECT current_database()::text AS name, (SELECT count(*)::int FROM pg_tables WHERE schemaname = 'public') AS tables";
      const [one] = await connectedAs('app', async (client) => (await client.query(name())).rows, fresh.urls);
      const [other] = await connectedAs('app', async (client) => (await client.query(name())).rows);
      expect(one.name).not.toBe(other.name);
      expect(one.tables).toBe(other.tables);
    });
  });
});
