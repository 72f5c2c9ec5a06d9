import { Module } from '@nestjs/common';
import { VerifyLedger } from './journal/verify-ledger.js';
import { ExportTrialBalance } from './trial-balance/export-trial-balance.js';
import { LedgerController } from './trial-balance/ledger.controller.js';

@Module({ providers: [VerifyLedger], exports: [VerifyLedger] })
export class LedgerModule {}

@Module({ imports: [LedgerModule], controllers: [LedgerController], providers: [ExportTrialBalance] })
export class LedgerHttpModule {}
