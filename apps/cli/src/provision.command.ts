import { Command } from 'commander';
import { CODE_TABLES } from '#residents';
import { provisionRegency } from '#villages';
import { asOwner } from './owner.js';

export const provisionCommand = new Command('provision')
  .description('fill the catalogues of the regency: districts, villages, fixed holidays; running it again changes nothing')
  .action(async () => {
    const codes = Object.entries(CODE_TABLES).flatMap(([table, { rows }]) => rows.map(({ code, official }) => ({ table, code, label: official })));
    const year = new Date().getFullYear();
    const villages = await asOwner((client) => provisionRegency(client, codes, [year, year + 1]));
    console.log(`${villages} villages are provisioned`);
  });
