import 'reflect-metadata';
import { Command } from 'commander';
import { migrateCommand } from './migrate.command.js';

const program = new Command('pamong').description('Operator commands of Pamong').showHelpAfterError();
program.addCommand(migrateCommand);
await program.parseAsync();
