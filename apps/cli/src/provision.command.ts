import { Command } from 'commander';
import { provisionRegency } from '#villages';
import { asOwner } from './owner.js';

export const provisionCommand = new Command('provision')
  .description('fill the catalogues of the regency: districts, villages, fixed holidays; running it again changes nothing')
  .action(async () => {
    const year = new Date().getFullYear();
    const villages = await asOwner((client) => provisionRegency(client, [], [year, year + 1]));
    console.log(`${villages} villages are provisioned`);
  });
