import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../../../apps/cli/demo/data-directory.mjs';
import { withConnection } from '../../../apps/cli/demo/postgres.mjs';

/**
 * Which migrations made a database, by content: kept as the database's comment, since the table of migrations knows
 * names only and a file under development may have changed.
 * @returns {Promise<'same' | 'more' | 'other'>} more = files were only added behind
 */
export async function compareSchema(ownerUrl) {
  const [{ mark }] = await withConnection(ownerUrl, async (client) => (await client.query(`select shobj_description(oid, 'pg_database') as mark from pg_database where datname = current_database()`)).rows);
  const made = JSON.parse(mark ?? '[]');
  const now = migrations();
  if (made.some((file, place) => file !== now[place])) return 'other';
  return made.length === now.length ? 'same' : 'more';
}

/** Says that the migrations of this checkout have run. */
export async function markSchema(ownerUrl) {
  await withConnection(ownerUrl, async (client) => {
    const [{ name }] = (await client.query('select quote_ident(current_database()) as name')).rows;
    await client.query(`comment on database ${name} is '${JSON.stringify(migrations())}'`);
  });
}

function migrations() {
  const folder = join(CHECKOUT, 'migrations');
  return readdirSync(folder).filter((file) => /^[\w-]+\.sql$/.test(file)).toSorted().map((file) => `${file} ${createHash('sha256').update(readFileSync(join(folder, file))).digest('hex').slice(0, 16)}`);
}
