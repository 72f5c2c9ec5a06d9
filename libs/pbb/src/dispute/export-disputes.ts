import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { auditRead } from '#audit';
import { type Actor, Database, FILE_PAGE, type WorkbookCell, type WorkbookColumn, workbookFile } from '#platform';
import { plainDateInJakarta, rupiahToNumber } from '#values';
import type { DisputeState } from './dispute.dto.js';
import { disputeCountStatement, type DisputeFilter, type DisputeRow, disputesStatement } from './dispute.queries.js';

const COLUMNS: readonly WorkbookColumn[] = [
  { heading: 'Nomor laporan', holds: 'text', width: 16 }, { heading: 'Masuk', holds: 'day', width: 12 }, { heading: 'Desa', holds: 'text', width: 24 }, { heading: 'Kecamatan', holds: 'text', width: 20 }, { heading: 'Tahun pajak', holds: 'number', width: 12 },
  { heading: 'Dibayar', holds: 'rupiah', width: 16 }, { heading: 'Kepada', holds: 'text', width: 28 }, { heading: 'Tanggal bayar', holds: 'day', width: 14 }, { heading: 'Keadaan', holds: 'text', width: 16 },
];

const STATES: Record<DisputeState, string> = { open: 'belum dijawab', answered: 'sudah dijawab' };

/** The list of reports as it is filtered, without NOP and telephone; who took it and how many is in the trail first. */
@Injectable()
export class ExportDisputes {
  constructor(@Inject(Database) private readonly database: Database) {}

  async run(actor: Actor, { status, number, district }: DisputeFilter): Promise<Readable> {
    const filter = { status, number, district };
    const [counted] = await this.database.readVillage<{ count: number }>(actor, disputeCountStatement(actor, filter));
    await auditRead(this.database, actor, { action: 'dispute.exported', subjectType: 'dispute', detail: { count: counted?.count ?? 0, ...filter } });
    const nextPage = (last: DisputeRow | null): Promise<DisputeRow[]> => this.database.readVillage<DisputeRow>(actor, disputesStatement(actor, filter, last && [last.sent_at.toISOString(), last.id], FILE_PAGE));
    return workbookFile('Laporan pembayaran PBB', COLUMNS, nextPage, cells);
  }
}

const cells = (row: DisputeRow): WorkbookCell[] => [
  row.case_number, plainDateInJakarta(row.sent_at), row.village_name, row.district_name, row.tax_year, rupiahToNumber(BigInt(row.amount)), row.paid_to, row.paid_on, STATES[row.state],
];
