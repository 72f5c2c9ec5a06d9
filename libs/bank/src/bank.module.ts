import { Module } from '@nestjs/common';
import { BankAccountController } from './bank-account/bank-account.controller.js';
import { OpenBankAccount } from './bank-account/open-bank-account.js';
import { ExportExpectedReceipts } from './expected-receipt/export-expected-receipts.js';
import { ExpectReceipt } from './expected-receipt/expect-receipt.js';
import { ExpectedReceiptController } from './expected-receipt/expected-receipt.controller.js';
import { ExportStatementLines } from './matching/export-statement-lines.js';
import { MatchByHand } from './matching/match-by-hand.js';
import { MatchLines } from './matching/match-lines.js';
import { NoteSettled } from './matching/note-settled.js';
import { PassOnClaims } from './matching/pass-on-claims.js';
import { StatementLineController } from './matching/statement-line.controller.js';
import { UndoClaim } from './matching/undo-claim.js';
import { ReconciliationController } from './reconciliation/reconciliation.controller.js';
import { ApplyStatement } from './statement/apply-statement.js';
import { CancelStatement } from './statement/cancel-statement.js';
import { CheckStatement } from './statement/check-statement.js';
import { ClearStatement } from './statement/clear-statement.js';
import { ExpireStatements } from './statement/expire-statements.js';
import { ReverseStatement } from './statement/reverse-statement.js';
import { StartStatement } from './statement/start-statement.js';
import { StatementController } from './statement/statement.controller.js';
import { TakeBackStatement } from './statement/take-back-statement.js';
import { WriteStatement } from './statement/write-statement.js';
import './accounts.js';
import './bank.tallies.js';
import './expected-receipt/expect-receipt.job.js';
import './matching/match-lines.job.js';
import './matching/pass-on-claims.job.js';
import './statement/statement.job.js';

const verbs = [OpenBankAccount, StartStatement, ApplyStatement, ReverseStatement, CancelStatement, MatchByHand, UndoClaim, ExportStatementLines, ExportExpectedReceipts];

/** What the worker runs. */
const work = [CheckStatement, WriteStatement, TakeBackStatement, ClearStatement, ExpireStatements, ExpectReceipt, MatchLines, PassOnClaims, NoteSettled];

/** Statements of the regency's bank accounts, and which of their lines are the villages' deposits. */
@Module({ providers: [...verbs, ...work], exports: [...verbs, ExpireStatements] })
export class BankModule {}

@Module({ imports: [BankModule], controllers: [BankAccountController, StatementController, StatementLineController, ExpectedReceiptController, ReconciliationController] })
export class BankHttpModule {}
