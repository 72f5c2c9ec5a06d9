import { Command } from 'commander';
import { jobActor } from '#platform';
import { RecountTallies } from '#tallies';
import { withRooms } from './cli.module.js';
import { asOwner } from './owner.js';

export const recountCommand = new Command('recount')
  .description('count every measure of every village afresh and name each cell that differs from the tallies; exits with 1 on drift')
  .action(async () => {
    const { rows } = await asOwner((client) => client.query<{ id: number }>('select id from units order by id'));
    await withRooms(async (rooms) => {
      for (const { id } of rows) {
        for (const drift of await rooms.get(RecountTallies).run(jobActor(id, 'recount'))) {
          console.log(`unit ${id}: ${drift.measure} ${drift.day} ${drift.dim1} ${drift.dim2}: counted ${drift.counted}, is ${drift.total}`);
          process.exitCode = 1;
        }
      }
    });
  });
