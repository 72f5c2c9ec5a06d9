import 'reflect-metadata';
import { Command } from 'commander';
import { explainStart } from '#platform';
import { createAdminCommand } from './create-admin.command.js';
import { importResidentsCommand } from './import-residents.command.js';
import { migrateCommand } from './migrate.command.js';
import { provisionCommand } from './provision.command.js';
import { recountCommand } from './recount.command.js';
import { seedDemoBankCommand } from './seed-demo-bank.command.js';
import { seedDemoCashCommand } from './seed-demo-cash.command.js';
import { seedDemoAreasCommand, seedDemoCommand } from './seed-demo.command.js';
import { verifyAuditCommand } from './verify-audit.command.js';

const program = new Command('pamong').description('Operator commands of Pamong').showHelpAfterError();
for (const command of [migrateCommand, provisionCommand, createAdminCommand, verifyAuditCommand, recountCommand, importResidentsCommand, seedDemoCommand, seedDemoAreasCommand, seedDemoCashCommand, seedDemoBankCommand]) program.addCommand(command);
try {
  await program.parseAsync();
} catch (error) {
  console.error(explainStart(error, 'cli') ?? (error instanceof Error ? error.message : error));
  process.exitCode = 1;
}
