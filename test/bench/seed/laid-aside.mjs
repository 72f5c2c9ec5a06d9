/**
 * Takes the foreign keys, unique keys and indexes of tables away and gives back what puts them there again exactly as
 * the migrations made them. Building an index over rows that lie there is several times faster than keeping it up
 * while they come. Primary keys stay (other tables refer to them, and rows come in their order), unless named.
 *
 * @param {import('pg').Client} client the owner
 * @param {string[]} tables
 * @param {string[]} alsoPrimaryOf tables nobody refers to
 * @returns {Promise<string[]>} statements to run afterwards, in order
 */
export async function layAside(client, tables, alsoPrimaryOf) {
  const { rows: constraints } = await client.query(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, contype as type, pg_get_constraintdef(oid) as definition
       from pg_constraint where conrelid = any($1::regclass[]) and (contype in ('f', 'u') or contype = 'p' and conrelid = any($2::regclass[]))
      order by array_position('{p,u,f}', contype::text)`,
    [tables, alsoPrimaryOf],
  );
  const { rows: indexes } = await client.query(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
       from pg_index where indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)`,
    [tables],
  );
  for (const { table, name } of constraints.toReversed()) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  const add = ({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`;
  return [
    ...constraints.filter(({ type }) => type !== 'f').map(add),
    ...indexes.map(({ definition }) => definition),
    ...constraints.filter(({ type }) => type === 'f').map(add),
  ];
}
