import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { migrate } from '#platform';
import { ownerUrl } from './owner.js';

/** `migrations/` at the root of the checkout, from sources and from dist alike. */
const migrationsDirectory = fileURLToPath(new URL(import.meta.url.includes('/dist/') ? '../../../../migrations' : '../../../migrations', import.meta.url));

export const migrateCommand = new Command('migrate').description('bring the schema up to date (as DATABASE_OWNER_URL)').action(async () => {
  const ran = await migrate(ownerUrl(), migrationsDirectory, { say: (text) => console.log(text) });
  console.log(ran.length > 0 ? `ran ${ran.length} migrations, the last ${ran.at(-1)}` : 'the schema is up to date');
});
