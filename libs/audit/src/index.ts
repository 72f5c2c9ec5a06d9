export { AuditHttpModule, AuditModule } from './audit.module.js';
export { audit, auditedRead, auditMany, auditRead, fieldDiff, type AuditDetail, type AuditEntry } from './entry/audit.js';
export { typedWords } from './entry/typed-words.js';
export { SealAudit } from './seal/seal-audit.js';
export { SEALED_WITHIN_MINUTES, VerifyAudit, type AuditVerification } from './seal/verify-audit.js';
