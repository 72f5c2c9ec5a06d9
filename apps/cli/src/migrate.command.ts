import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { migrate } from '#platform';

/** `migrations/` at the root of the checkout, from sources and from dist alike. */
export const migrationsDirectory = fileURLToPath(new URL(import.meta.url.includes('/dist/') ? '../../../../migrations' : '../../../migrations', import.meta.url));

export const migrateCommand = new Command('migrate')
  .description('bring the schema up to date (as DATABASE_OWNER_URL)')
  .action(async () => {
    const url = process.env['DATABASE_OWNER_URL'];
    if (!url) throw new Error('DATABASE_OWNER_URL is not set');
    const ran = await migrate(url, migrationsDirectory);
    console.log(ran.length > 0 ? `ran ${ran.length} migrations, the last ${ran.at(-1)}` : 'the schema is up to date');
  });
