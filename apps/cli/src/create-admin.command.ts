import { Command } from 'commander';
import { createAdministrator } from '#identity';
import { Database, DomainError } from '#platform';
import { withRooms } from './cli.module.js';

const FOREIGN_KEY = '23503';

export const createAdminCommand = new Command('create-admin')
  .description('an administrator of the regency, who makes all other users; prints a temporary password once')
  .requiredOption('--username <name>', '3–40 lower-case letters, digits, dots, underscores or hyphens')
  .requiredOption('--name <name>', 'of the person')
  .action(async ({ username, name }: { username: string; name: string }) => {
    try {
      const password = await withRooms((rooms) => createAdministrator(rooms.get(Database), { username, name }));
      console.log(`${username} may sign in with the temporary password ${password} and must choose another one then`);
    } catch (error) {
      if ((error as { code?: string }).code === FOREIGN_KEY) throw new Error('there is no regency yet: run `pamong provision` first', { cause: error });
      throw error instanceof DomainError ? new Error(error.errors?.map(({ message }) => message).join(' ') ?? error.detail, { cause: error }) : error;
    }
  });
