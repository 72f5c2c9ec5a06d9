import { Module } from '@nestjs/common';
import { AuditEntryController } from './entry/audit-entry.controller.js';
import { ExportAuditEntries } from './entry/export-audit-entries.js';
import { SealAudit } from './seal/seal-audit.js';
import { VerifyAudit } from './seal/verify-audit.js';

@Module({ providers: [SealAudit, VerifyAudit, ExportAuditEntries], exports: [SealAudit, VerifyAudit, ExportAuditEntries] })
export class AuditModule {}

@Module({ imports: [AuditModule], controllers: [AuditEntryController] })
export class AuditHttpModule {}
