export { account, accountKind, accountOf, defineAccount, type Account, type AccountKind } from './account/account.js';
export { postBulkJournal, type NewBulkJournal } from './journal/post-bulk-journal.js';
export { postJournal, type NewJournal, type Transfer } from './journal/post-journal.js';
export { postJournals } from './journal/post-journals.js';
export { reverseJournal } from './journal/reverse-journal.js';
export { VerifyLedger, type LedgerVerification } from './journal/verify-ledger.js';
export { LedgerHttpModule, LedgerModule } from './ledger.module.js';
export { ExportTrialBalance } from './trial-balance/export-trial-balance.js';
export { trialBalance } from './trial-balance/trial-balance.queries.js';
