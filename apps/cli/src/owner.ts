import { readFileSync } from 'node:fs';
import pg from 'pg';
import { StartFailure } from '#platform';

/** The owner's address (or the file that holds it): migrates, provisions, backs up. @throws Error when it is not set */
export function ownerUrl(): string {
  const file = process.env['DATABASE_OWNER_URL_FILE'];
  const url = file ? readFileSync(file, 'utf8').trim() : process.env['DATABASE_OWNER_URL'];
  if (!url) throw new StartFailure('DATABASE_OWNER_URL is not set: set it to the address of the database as pamong_owner, as .env.example describes.');
  return url;
}

/** One connection as the owner for the time of `work`. */
export async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl(), application_name: 'pamong-cli' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
