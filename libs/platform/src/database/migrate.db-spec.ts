import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectedAs, type DatabaseUrls, freshDatabase } from '../../../../test/support/database.js';
import { migrate } from './migrate.js';

let urls: DatabaseUrls;
let drop: () => Promise<void>;
let directory: string;

beforeAll(async () => {
  ({ urls, drop } = await freshDatabase());
  directory = mkdtempSync(join(tmpdir(), 'pamong-migrations-'));
  cpSync('migrations', directory, { recursive: true });
  writeFileSync(join(directory, '9998-first.sql'), `create table spec_first as select current_setting('lock_timeout') as lock_timeout;`);
  writeFileSync(join(directory, '9999-second.sql'), 'alter table outbox add column spec int;');
});

afterAll(async () => {
  await drop();
  rmSync(directory, { recursive: true });
});

/** Somebody else's transaction that uses the table for as long as `work` takes, or until it calls `end`. */
const whileInUse = <T>(work: (end: () => Promise<unknown>) => Promise<T>): Promise<T> =>
  connectedAs('app', async (other) => {
    await other.query('begin');
    await other.query('select 1 from outbox limit 1');
    return work(() => other.query('rollback'));
  }, urls);

describe('a migration of a table that others use', () => {
  it('holds nobody up for long, asks again, and says what to do when it is of no use', async () => {
    const said: string[] = [];
    await whileInUse(async () => {
      await expect(migrate(urls.owner, directory, { say: (text) => said.push(text), lockTimeoutMs: 100, attempts: 3, pauseMs: 10 })).rejects.toThrow(/locked by others for 0.1 s at each of 3 attempts.*pg_stat_activity/s);
    });
    expect(said).toEqual([expect.stringContaining('attempt 2 of 3'), expect.stringContaining('attempt 3 of 3')]);
  });

  it('goes on where it stopped as soon as the table is free, and names what ran', async () => {
    const ran = await whileInUse((end) => migrate(urls.owner, directory, { say: () => void end(), lockTimeoutMs: 100, attempts: 50, pauseMs: 50 }));
    expect(ran).toEqual(['9999-second']);
    expect(await migrate(urls.owner, directory)).toEqual([]);
  });

  it('waits three seconds for a lock when nobody says otherwise', async () => {
    writeFileSync(join(directory, '99991-third.sql'), `create table spec_third as select current_setting('lock_timeout') as lock_timeout;`);
    expect(await migrate(urls.owner, directory)).toEqual(['99991-third']);
    await connectedAs('owner', async (client) => {
      expect((await client.query('select lock_timeout from spec_first union all select lock_timeout from spec_third')).rows).toEqual([{ lock_timeout: '100ms' }, { lock_timeout: '3s' }]);
    }, urls);
  });
});
