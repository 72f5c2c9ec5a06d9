import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, csvFile, Database, FILE_PAGE } from '#platform';
import { ACTION_WORDS, auditLines, formatShort, formatTimeWib, plainDateInJakarta, reasonWords, ROLE_WORDS, SUBJECT_WORDS } from '#values';
import type { AuditEntryQuery } from './audit-entry.dto.js';
import { auditCountStatement, type AuditEntryRow, auditListStatement } from './audit-entry.queries.js';
import { auditRead } from './audit.js';
import { typedWords } from './typed-words.js';

const HEADINGS = ['Tanggal', 'Pukul', 'Siapa', 'Peran', 'Tindakan', 'Kode tindakan', 'Jenis catatan', 'Id catatan', 'Alasan', 'Rincian'];

/** The trail as it is filtered, as a CSV file. Taking it is an entry too, written first, and therefore its first line unless filtered out. */
@Injectable()
export class ExportAuditEntries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async run(actor: Actor, { action, subject, month, search }: AuditEntryQuery): Promise<Readable> {
    const filter = { action, subject, month, search };
    const [counted] = await this.database.readVillage<{ count: number }>(actor, auditCountStatement(actor, filter));
    await auditRead(this.database, actor, { action: 'audit.exported', subjectType: 'audit', detail: { count: counted?.count ?? 0, action, subject, month, ...typedWords(search) } });
    const nextPage = (last: AuditEntryRow | null): Promise<AuditEntryRow[]> => this.database.readVillage<AuditEntryRow>(actor, auditListStatement(actor, filter, last?.id ?? null, FILE_PAGE));
    return csvFile(HEADINGS, nextPage, cells);
  }
}

function cells(row: AuditEntryRow): (string | null)[] {
  return [
    formatShort(plainDateInJakarta(row.at)), formatTimeWib(row.at).replace(' WIB', ''), row.user_name ?? 'Sistem', row.role && (ROLE_WORDS[row.role] ?? row.role),
    ACTION_WORDS[row.action] ?? row.action, row.action, SUBJECT_WORDS[row.subject_type] ?? row.subject_type, row.subject_id, reasonWords(row.reason),
    auditLines(row.detail).map(({ label, text }) => `${label}: ${text}`).join('; ') || null,
  ];
}
