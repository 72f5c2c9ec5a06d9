export { OpenBankAccount } from './bank-account/open-bank-account.js';
export { BankHttpModule, BankModule } from './bank.module.js';
export { ExpireStatements } from './statement/expire-statements.js';
