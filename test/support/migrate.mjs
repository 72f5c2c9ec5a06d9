import { existsSync, readdirSync } from 'node:fs';
import { runner } from 'node-pg-migrate';

if (existsSync('migrations') && readdirSync('migrations').some((name) => name.endsWith('.sql'))) {
  await runner({ databaseUrl: process.env.DATABASE_OWNER_URL, dir: 'migrations', direction: 'up', migrationsTable: 'pgmigrations', log: () => {} });
}
