import { Command } from 'commander';
import { Clock, Database, jobActor, makePool } from '#platform';
import { RecountTallies, type SumDrift, type TallyDrift } from '#tallies';
import { withRooms } from './cli.module.js';
import { asOwner, ownerUrl } from './owner.js';

export const recountCommand = new Command('recount')
  .description('count every measure of every village afresh, add the villages and the running totals up, and name each cell that differs from the tallies; exits with 1 on drift')
  .action(async () => {
    const { rows } = await asOwner((client) => client.query<{ id: number }>('select id from units where id > 0 order by id'));
    await withRooms(async (rooms) => {
      for (const { id } of rows) tell(await rooms.get(RecountTallies).run(jobActor(id, 'recount')));
    });
    const { above, running } = await driftAbove();
    tell(above);
    for (const { region, measure, day, dim1, dim2, counted, total } of running) {
      console.log(`running total of ${region}: ${measure} ${day} ${dim1} ${dim2}: carried ${counted}, is ${total}`);
      process.exitCode = 1;
    }
    if (process.exitCode !== 1) console.log(`the tallies of ${rows.length} villages, their districts and the regency are right`);
  });

/** The sums of all villages at once can be seen by the owner only (and by the worker's relay). */
async function driftAbove(): Promise<{ above: TallyDrift[]; running: SumDrift[] }> {
  const pool = makePool({ connectionString: ownerUrl(), max: 1 });
  try {
    const recount = new RecountTallies(new Database(pool, pool, new Clock()));
    return { above: await recount.above(), running: await recount.running() };
  } finally {
    await pool.end();
  }
}

function tell(drifts: readonly TallyDrift[]): void {
  for (const { level, region, measure, day, dim1, dim2, counted, total } of drifts) {
    console.log(`${level} ${region}: ${measure} ${day} ${dim1} ${dim2}: counted ${counted}, is ${total}`);
    process.exitCode = 1;
  }
}
