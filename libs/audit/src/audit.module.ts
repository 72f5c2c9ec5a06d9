import { Module } from '@nestjs/common';
import { AuditEntryController } from './entry/audit-entry.controller.js';
import { SealAudit } from './seal/seal-audit.js';
import { VerifyAudit } from './seal/verify-audit.js';

@Module({ providers: [SealAudit, VerifyAudit], exports: [SealAudit, VerifyAudit] })
export class AuditModule {}

@Module({ imports: [AuditModule], controllers: [AuditEntryController] })
export class AuditHttpModule {}
