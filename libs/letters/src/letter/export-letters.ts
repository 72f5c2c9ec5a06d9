import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { auditRead } from '#audit';
import { type Actor, csvFile, Database, FILE_PAGE } from '#platform';
import { searchDetail, searchWords } from '#residents';
import { formatShort, formatTimeWib, plainDateInJakarta } from '#values';
import { letterTypeOf } from '../letter-type/letter-types.js';
import { countStatement, listStatement } from './letter-list.queries.js';
import type { RowColumns } from './letter-row.js';
import type { LetterQuery } from './letter.dto.js';
import type { LetterStatus } from './letter.workflow.js';

const HEADINGS = ['Nomor', 'Tanggal surat', 'Surat', 'Pemohon', 'Keadaan', 'Diajukan oleh', 'Tanggal diajukan', 'Pukul'];

const STATUS_ON_PAPER: Record<LetterStatus, string> = {
  requested: 'menunggu verifikasi', verified: 'menunggu persetujuan', returned: 'dikembalikan', rejected: 'ditolak', approved: 'sedang dicetak', issued: 'terbit', failed: 'gagal dicetak', voided: 'dicabut', replaced: 'diganti',
};

/** The list of letters as it is filtered, as a CSV file: the register of letters of an office. Traced before the first byte. */
@Injectable()
export class ExportLetters {
  constructor(@Inject(Database) private readonly database: Database) {}

  async run(actor: Actor, { status, type, search }: LetterQuery): Promise<Readable> {
    const typed = search?.trim();
    const words = typed ? searchWords(typed) : null;
    const filter = { status, type };
    const [counted] = await this.database.readVillage<{ count: number }>(actor, countStatement(actor, filter, words));
    await auditRead(this.database, actor, { action: 'letter.exported', subjectType: 'letter', detail: { count: counted?.count ?? 0, ...filter, ...searchDetail(typed) } });
    const nextPage = (last: RowColumns | null): Promise<RowColumns[]> =>
      this.database.readVillage<RowColumns>(actor, listStatement(actor, filter, words, last ? [last.requested_at.toISOString(), last.id] : null, FILE_PAGE));
    return csvFile(HEADINGS, nextPage, cells);
  }
}

function cells(row: RowColumns): (string | null)[] {
  const title = letterTypeOf(row.type)?.title ?? row.type;
  return [
    row.number_text, row.approved_on && formatShort(row.approved_on), title, row.applicant_name, STATUS_ON_PAPER[row.status],
    row.requested_by_name, formatShort(plainDateInJakarta(row.requested_at)), formatTimeWib(row.requested_at).replace(' WIB', ''),
  ];
}
