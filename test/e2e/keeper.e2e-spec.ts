import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from '@jest/globals';
import { ended } from '../../apps/cli/demo/living-process.mjs';

const keeper = new URL('../../apps/cli/demo/keeper.mjs', import.meta.url).href;

/** A process that starts a keeper and lets it watch a program that does not end by itself. */
async function startHolder(program: string): Promise<{ holder: ReturnType<typeof spawn>; watched: number }> {
  const script = `
    const { startKeeper } = await import(${JSON.stringify(keeper)});
    const { spawn } = await import('node:child_process');
    const keeper = startKeeper();
    const child = spawn(process.execPath, ['-e', ${JSON.stringify(program)}], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.once('data', () => console.log(child.pid));
    keeper.watch(child.pid);
    process.on('SIGTERM', async () => { await keeper.close(); process.exit(0); });
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: holder.stdout }), 'line')) as [string];
  return { holder, watched: Number(line) };
}

const patient = "console.log('up'); setInterval(() => {}, 1000)";

describe('the keeper', () => {
  it('ends what its holder started when the holder asks for it', async () => {
    const { holder, watched } = await startHolder(patient);
    holder.kill('SIGTERM');
    await once(holder, 'exit');
    expect(await ended(watched, 100)).toBe(true);
  });

  it('ends it as well when the holder is killed and can clean up nothing', async () => {
    const { holder, watched } = await startHolder(patient);
    holder.kill('SIGKILL');
    expect(await ended(watched, 5000)).toBe(true);
  });

  it('ends what the program left behind in its group', async () => {
    const parent = "const c = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); process.on(\\'SIGTERM\\', () => {})'], { stdio: 'ignore' }); setTimeout(() => console.log(c.pid), 200); setInterval(() => {}, 1000)";
    const { holder, watched } = await startHolder(parent);
    holder.kill('SIGKILL');
    expect(await ended(watched, 5000)).toBe(true);
    expect(await ended(-watched, 5000)).toBe(true);
  });
});
