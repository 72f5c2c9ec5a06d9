import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { prepareDataDirectory } from './data-directory.mjs';
import { dependenciesInstalled } from './install.mjs';
import { withLock } from './lock.mjs';
import { readOptions } from './options.mjs';
import { freePort, isPortFree } from './port.mjs';
import { givenUrls } from './postgres.mjs';
import { waitForFormerRun } from './run-claim.mjs';

const directory = (): string => mkdtempSync(join(tmpdir(), 'pamong-demo-'));

describe('the options of the demo', () => {
  it('are port 3000 and three villages unless said otherwise', () => {
    expect(readOptions([])).toMatchObject({ port: 3000, villages: 3, help: false });
    expect(readOptions(['--port', '4100', '--data-dir', '/srv/x'])).toMatchObject({ port: 4100, directory: '/srv/x' });
  });

  it.each([['--port', 'x'], ['--port', '0'], ['--port', '70000'], ['--villages', '391'], ['--prot', '1'], ['--port']])('are refused with one sentence: %s %s', (...given) => {
    expect(() => readOptions(given.filter(Boolean))).toThrow(expect.objectContaining({ name: 'Refusal', message: expect.not.stringContaining('\n') }));
  });
});

describe('the data directory', () => {
  const mask = process.umask();
  afterEach(() => {
    process.umask(mask);
  });

  it('is made with modes of its own whatever the umask', () => {
    process.umask(0o077);
    const path = prepareDataDirectory(join(directory(), 'a', 'b'), null);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(statSync(join(path, '..')).mode & 0o777).toBe(0o755);
  });

  it.each(['/proc/nowhere', '/dev/null', '/dev/null/below'])('is refused where none can be: %s', (path) => {
    expect(() => prepareDataDirectory(path, null)).toThrow(/--data-dir/);
  });

  it('is refused below a directory that the server cannot pass through', () => {
    const closed = directory(); // mkdtemp makes 0700
    expect(() => prepareDataDirectory(join(closed, 'data'), { uid: 12_345, name: 'postgres' })).toThrow(/"postgres" and cannot pass through/);
  });
});

describe('ports and locks', () => {
  it('finds the next port when the wanted one is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    expect(await isPortFree(port)).toBe(false);
    expect(await freePort(port)).toBeGreaterThan(port);
    server.close();
  });

  it('lets one at a time through, and takes over the lock of a dead process', async () => {
    const file = join(directory(), 'lock');
    writeFileSync(file, '999999999 dead');
    const order: string[] = [];
    const work = (name: string) => () => withLock(file, async () => {
      order.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push(`${name} out`);
    });
    await Promise.all([work('a')(), work('b')()]);
    expect(order.map((entry) => entry.split(' ')[1])).toEqual(['in', 'out', 'in', 'out']);
    expect(existsSync(file)).toBe(false);
  });
});

describe('a start', () => {
  it('asks for all four addresses of a given server or for none', () => {
    expect(givenUrls({})).toBeNull();
    expect(() => givenUrls({ DATABASE_OWNER_URL: 'postgres://x' })).toThrow(/DATABASE_URL, DATABASE_PORTAL_URL, DATABASE_WORKER_URL are not/);
  });

  it('does not mind a former run that is dead', async () => {
    const path = directory();
    writeFileSync(join(path, 'run.json'), JSON.stringify({ demo: 999_999_999, keeper: 999_999_998, port: 3000 }));
    await expect(waitForFormerRun(path)).resolves.toBeUndefined();
  });

  it('knows that the packages are installed', () => {
    expect(dependenciesInstalled()).toBe(true);
  });
});

describe('what starts before anything is installed', () => {
  it.each(['apps/cli/demo/run-demo.mjs', 'test/run.mjs', 'test/bench/run.mjs'])('%s imports nothing but Node and its own files', (entry) => {
    const seen = new Set<string>();
    const packages: string[] = [];
    const follow = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^'"]*?from '([^']+)';|^import '([^']+)';/gm)) {
        if (name.startsWith('.')) follow(join(dirname(file), name));
        else if (!name.startsWith('node:')) packages.push(`${name} in ${file}`);
      }
    };
    follow(entry);
    expect(seen.size).toBeGreaterThan(5);
    expect(packages).toEqual([]);
  });
});
