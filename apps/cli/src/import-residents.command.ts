import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Command } from 'commander';
import { v7 as uuidv7 } from 'uuid';
import { importRunById, type ImportRunDto } from '#imports';
import { type Actor, Database, jobActor, ObjectStore } from '#platform';
import { ApplyResidentImport, RESIDENT_IMPORT, StartResidentImport } from '#residents';
import { withRooms } from './cli.module.js';
import { asOwner } from './owner.js';

interface Options {
  readonly village: string;
  readonly user: string;
  readonly rows: 'all' | 'good';
  readonly existing: 'skip' | 'update';
}

export const importResidentsCommand = new Command('import-residents')
  .description('upload a resident list for a village, have the worker check it, and apply it; the same import as on the screen')
  .argument('<file>', '.xlsx or .csv in the columns of OpenSID')
  .requiredOption('--village <code>', 'code of the village, 35.07.22.2003')
  .requiredOption('--user <username>', 'on whose behalf')
  .option('--rows <which>', 'all: only when no row is wrong; good: the good rows', 'all')
  .option('--existing <what>', 'skip or update people registered already', 'skip')
  .action(async (file: string, options: Options) => {
    const actor = await actorFor(options);
    await withRooms(async (rooms) => {
      const stored = await rooms.get(ObjectStore).put(createReadStream(file));
      const id = await rooms.get(StartResidentImport).run(actor, uuidv7(), { name: basename(file), ...stored });
      const checked = await ended(rooms, actor, id);
      if (checked.state !== 'checked') throw new Error(checked.failure?.message ?? `the check ended as ${checked.state}`);
      await rooms.get(ApplyResidentImport).run(actor, id, uuidv7(), { rows: options.rows, existing: options.existing });
      const { counts, state, failure } = await ended(rooms, actor, id);
      if (state !== 'applied') throw new Error(failure?.message ?? `the import ended as ${state}`);
      console.log(`${options.village}: ${counts?.accepted} residents in ${counts?.families} families, ${counts?.rejected} rows rejected, ${counts?.unchanged} known already`);
    });
  });

/** Who imports: a person of the village, so that audit and events name him. */
async function actorFor({ village, user }: Options): Promise<Actor> {
  const { rows } = await asOwner((client) =>
    client.query<{ unit: number; id: string; name: string }>(
      `select u.id as unit, p.id, p.name from units u join memberships m on m.unit_id = u.id and m.ended_at is null join users p on p.id = m.user_id where u.code = $1 and p.username = $2`,
      [village, user],
    ),
  );
  const found = rows[0];
  if (!found) throw new Error(`${user} does not work in ${village}, or there is no such village`);
  return { ...jobActor(found.unit, 'import-residents', found.id), userName: found.name };
}

async function ended(rooms: INestApplicationContext, actor: Actor, id: string): Promise<ImportRunDto> {
  for (let shown = ''; ; ) {
    const run = await importRunById(rooms.get(Database), actor, RESIDENT_IMPORT, id);
    if (run.state !== 'checking' && run.state !== 'applying') return run;
    const progress = run.task?.progress;
    const line = progress ? `${run.state} ${progress.done}${progress.total === null ? '' : ` of ${progress.total}`} rows` : 'waiting for the worker';
    if (line !== shown) console.log(line);
    shown = line;
    await new Promise((again) => setTimeout(again, 300));
  }
}
