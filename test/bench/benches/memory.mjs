import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from '../../../apps/cli/demo/progress.mjs';
import { familyOf, shareOf } from '../stage/memory.mjs';

/** What the regency's machine has; everything together must fit with room for its own work. */
const MACHINE = 4096;

export default {
  title: 'Memory of everything that runs, Postgres included, after the benches before this one',
  async run(stage) {
    await step('all programs ready', async () => {
      await stage.api();
      await stage.worker();
      await stage.program('portal', 'PORTAL_PORT');
    });
    const rows = [];
    let total = 0;
    const line = (name, pid) => {
      const megabytes = familyOf(pid).reduce((sum, member) => sum + shareOf(member), 0);
      total += megabytes;
      rows.push({ name: `memory of ${name}`, ours: megabytes, bare: MACHINE, unit: 'MB', ratio: megabytes / MACHINE, goal: null });
    };
    for (const name of ['api', 'worker', 'portal']) line(name, await stage.processOf(name));
    line('Postgres', Number(readFileSync(join(await stage.dataDirectory(), 'postmaster.pid'), 'utf8').split('\n')[0]));
    rows.push({ name: 'memory of everything', ours: total, bare: MACHINE, unit: 'MB', ratio: total / MACHINE, goal: { most: 1 } });
    return rows;
  },
};
