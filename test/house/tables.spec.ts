import { describe, expect, it } from '@jest/globals';
import { asOwner, connectedAs } from '../support/database.js';
import { catalogueTables, counterTables, identityTables, plumbingTables, stagingTables, tenantTables } from './tables.js';

interface Table {
  name: string;
  rls: boolean;
  forced: boolean;
}

const tables = (): Promise<Table[]> =>
  asOwner(`select c.relname as name, c.relrowsecurity as rls, c.relforcerowsecurity as forced
             from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> 'pgmigrations' order by 1`) as unknown as Promise<Table[]>;

describe('the four classes of table', () => {
  it('names every table of the schema exactly once', async () => {
    const listed = [...tenantTables, ...identityTables, ...catalogueTables, ...plumbingTables, ...stagingTables, ...counterTables].toSorted();
    expect((await tables()).map((table) => table.name)).toEqual(listed);
  });

  it('forces row-level security on every tenant, identity and plumbing table', async () => {
    const protectedTables = new Set<string>([...tenantTables, ...identityTables, ...plumbingTables]);
    const open = (await tables()).filter((table) => protectedTables.has(table.name) && !(table.rls && table.forced));
    expect(open).toEqual([]);
  });

  it('puts village_id first in every primary, unique and foreign key of a tenant table', async () => {
    const rows = (await asOwner(
      `select c.conrelid::regclass::text as table, c.conname as key, c.contype as type, c.confrelid::regclass::text as target,
              (select attname from pg_attribute where attrelid = c.conrelid and attnum = c.conkey[1]) as first
         from pg_constraint c where c.contype in ('p', 'u', 'f') and c.conrelid::regclass::text = any($1)`,
      [tenantTables],
    )) as unknown as { table: string; key: string; type: string; target: string; first: string }[];
    const catalogues = new Set<string>(catalogueTables);
    expect(rows.filter((row) => row.first !== 'village_id' && !(row.type === 'f' && catalogues.has(row.target)))).toEqual([]);
  });

  it('puts village_id first in every unique index of a tenant table', async () => {
    const rows = await asOwner(
      `select i.indexrelid::regclass::text as index from pg_index i
         where i.indisunique and i.indrelid::regclass::text = any($1)
           and (select attname from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0]) is distinct from 'village_id'`,
      [tenantTables],
    );
    expect(rows).toEqual([]);
  });

  it('gives every policy to named roles only', async () => {
    expect(await asOwner(`select polrelid::regclass::text, polname from pg_policy where 0 = any(polroles)`)).toEqual([]);
  });

  it('compares village_id with the village in context, in what every policy of a tenant table shows and takes', async () => {
    const rows = await asOwner<{ table: string; shows: string | null; takes: string | null }>(
      `select polrelid::regclass::text as table, pg_get_expr(polqual, polrelid) as shows, pg_get_expr(polwithcheck, polrelid) as takes from pg_policy where polrelid::regclass::text = any($1)`,
      [tenantTables],
    );
    const own = /^\(\(?village_id = \(NULLIF\(current_setting\('app\.village_id'::text, true\), ''::text\)\)::integer\)( AND .*)?\)?$/;
    expect(rows.length).toBeGreaterThanOrEqual(tenantTables.length);
    expect(rows.filter(({ shows, takes }) => [shows, takes].some((rule) => rule !== null && (!own.test(rule) || rule.includes(' OR '))))).toEqual([]);
  });

  it('lets nobody but the owner bypass row-level security', async () => {
    expect(await asOwner(`select rolname from pg_roles where rolname like 'pamong_%' and (rolbypassrls or rolsuper) and rolname <> 'pamong_owner'`)).toEqual([]);
  });

  it('has no cascade', async () => {
    expect(await asOwner(`select conname from pg_constraint where contype = 'f' and (confdeltype not in ('a', 'r') or confupdtype not in ('a', 'r')) and connamespace = 'public'::regnamespace`)).toEqual([]);
  });

  it('says of every table in a sentence what it holds and what never to do', async () => {
    const rows = await asOwner<{ name: string; said: string | null }>(
      `select c.relname as name, obj_description(c.oid) as said from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> 'pgmigrations'`,
    );
    expect(rows.filter(({ said }) => !/never .*[.)]$/.test(said ?? ''))).toEqual([]);
  });

  it('has an index for every foreign key to a table whose rows come and go', async () => {
    const rows = await asOwner(
      `select c.conname as key from pg_constraint c
        where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not (c.confrelid::regclass::text = any($1))
          and (has_table_privilege('pamong_app', c.confrelid, 'delete') or has_table_privilege('pamong_worker', c.confrelid, 'delete'))
          and not exists (select 1 from pg_index i where i.indrelid = c.conrelid and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey
                             and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ '^\\(\\w+ IS NOT NULL\\)$')) order by 1`,
      [[...catalogueTables]],
    );
    expect(rows).toEqual([]);
  });

  it('finds the old sessions that a sign-in clears away by an index', async () => {
    const plan = await connectedAs('owner', async (client) => {
      await client.query('set enable_seqscan = off');
      return (await client.query<Record<string, string>>(`explain delete from sessions where user_id = gen_random_uuid() and expires_at < now() - interval '30 days'`)).rows;
    });
    expect(JSON.stringify(plan)).toContain('sessions_by_end');
  });

  it('vacuums what turns over in seconds by its dead rows, not by its size', async () => {
    const rows = await asOwner<{ name: string }>(`select relname as name from pg_class where 'autovacuum_vacuum_cost_delay=0' = any(reloptions) and relnamespace = 'public'::regnamespace order by 1`);
    expect(rows.map(({ name }) => name)).toEqual(['audit_unsealed', 'outbox', 'tally_deltas', 'tasks']);
  });
});

describe('large objects', () => {
  // One of them that the owner may not read makes every backup fail.
  it.each(['app', 'worker', 'portal', 'owner'] as const)('cannot be made, written, read or removed by %s', async (role) => {
    await connectedAs(role, async (client) => {
      for (const call of ['lo_create(0)', 'lo_creat(-1)', `lo_from_bytea(0, 'x')`, `lo_put(1, 0, 'x')`, `lowrite(0, 'x')`, `lo_import('/etc/passwd')`, 'lo_open(1, 131072)', 'lo_unlink(1)', 'lo_get(1)']) {
        await expect(client.query(`select ${call}`)).rejects.toMatchObject({ code: '42501' });
      }
      const { rows } = await client.query(`select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'pg_catalog'::regnamespace and p.proname ~ '^(lo_|loread$|lowrite$)' and has_function_privilege(p.oid, 'execute')`);
      expect(rows).toEqual([]);
    });
  });
});
