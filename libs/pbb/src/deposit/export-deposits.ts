import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { auditRead, typedWords } from '#audit';
import { type Actor, Database, FILE_PAGE, type WorkbookCell, type WorkbookColumn, workbookFile } from '#platform';
import { plainDateInJakarta, rupiahToNumber } from '#values';
import type { DepositFilter, DepositState } from './deposit.dto.js';
import { depositCountStatement, depositFilterOf, type DepositRow, depositsStatement } from './deposit.queries.js';

const COLUMNS: readonly WorkbookColumn[] = [
  { heading: 'Rujukan', holds: 'text', width: 16 }, { heading: 'Disusun', holds: 'day', width: 12 }, { heading: 'Oleh', holds: 'text', width: 24 }, { heading: 'Petugas', holds: 'text', width: 24 }, { heading: 'Bank', holds: 'text', width: 20 },
  { heading: 'Kuitansi', holds: 'number', width: 10 }, { heading: 'Jumlah', holds: 'rupiah', width: 16 }, { heading: 'Keadaan', holds: 'text', width: 24 }, { heading: 'Tanggal bukti', holds: 'day', width: 14 }, { heading: 'Dikonfirmasi oleh', holds: 'text', width: 24 },
];

const STATES: Record<DepositState, string> = { listed: 'menunggu konfirmasi', confirmed: 'menunggu bukti bank', settled: 'lunas', cancelled: 'dibatalkan' };

/** The list of deposits as it is filtered, as a workbook; who took it and how many is in the trail first. */
@Injectable()
export class ExportDeposits {
  constructor(@Inject(Database) private readonly database: Database) {}

  async run(actor: Actor, query: DepositFilter): Promise<Readable> {
    const filter = depositFilterOf(query);
    const { search, ...plain } = filter;
    const [counted] = await this.database.readVillage<{ count: number }>(actor, depositCountStatement(actor, filter));
    await auditRead(this.database, actor, { action: 'deposit.exported', subjectType: 'deposit', detail: { count: counted?.count ?? 0, ...plain, ...typedWords(search) } });
    const nextPage = (last: DepositRow | null): Promise<DepositRow[]> => this.database.readVillage<DepositRow>(actor, depositsStatement(actor, filter, last && [last.listed_at.toISOString(), last.id], FILE_PAGE));
    return workbookFile('Setoran PBB', COLUMNS, nextPage, cells);
  }
}

const cells = (row: DepositRow): WorkbookCell[] => [
  row.reference, plainDateInJakarta(row.listed_at), row.listed_by_name, row.collector_name, row.bank,
  row.receipts, rupiahToNumber(BigInt(row.amount)), STATES[row.state], row.deposited_on, row.confirmed_by_name,
];
