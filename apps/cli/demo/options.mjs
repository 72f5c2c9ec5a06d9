import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataDirectory } from './data-directory.mjs';
import { Refusal } from './refusal.mjs';

export const USAGE = `npm run demo -- [options]

  --port N         port of the API and the admin; the portal takes the next one (3000)
  --data-dir DIR   where the database and the stored files live (${defaultDataDirectory()})
  --villages N     how many villages get demonstration users and residents (3)
  --residents N    how many residents each of them gets (2,400)
  --help           this text

With DATABASE_OWNER_URL, DATABASE_URL, DATABASE_WORKER_URL and DATABASE_PORTAL_URL set, the demo uses that PostgreSQL
server instead of bringing up its own; with REDIS_URL set, the queue lives there instead of in PostgreSQL.`;

/**
 * @returns {{ help: boolean, port: number, directory: string, villages: number, residents: number }}
 */
export function readOptions(argv) {
  let values;
  try {
    ({ values } = parseArgs({
      args: argv,
      options: {
        port: { type: 'string', default: '3000' },
        'data-dir': { type: 'string', default: defaultDataDirectory() },
        villages: { type: 'string', default: '3' },
        residents: { type: 'string', default: '2400' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new Refusal(`${error.message.split('. ')[0]}; see npm run demo -- --help`, { cause: error });
  }
  return {
    help: values.help,
    port: whole('--port', values.port, 1, 65_000),
    // npm changes to the package's folder; a relative path means the folder the person stood in.
    directory: resolve(process.env.INIT_CWD ?? '.', values['data-dir']),
    villages: whole('--villages', values.villages, 1, 390),
    residents: whole('--residents', values.residents, 1, 200_000),
  };
}

function whole(name, text, least, most) {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most)) throw new Refusal(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
  return number;
}
