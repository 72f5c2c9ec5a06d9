import { Module } from '@nestjs/common';
import { VerifyLedger } from './journal/verify-ledger.js';
import { LedgerController } from './trial-balance/ledger.controller.js';

@Module({ providers: [VerifyLedger], exports: [VerifyLedger] })
export class LedgerModule {}

@Module({ imports: [LedgerModule], controllers: [LedgerController] })
export class LedgerHttpModule {}
