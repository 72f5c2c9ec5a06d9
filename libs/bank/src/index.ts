export { BankHttpModule, BankModule } from './bank.module.js';
export { ExpireStatements } from './statement/expire-statements.js';
