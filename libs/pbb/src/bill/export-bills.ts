import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { auditRead } from '#audit';
import { type Actor, Clock, Database, FILE_PAGE, type WorkbookCell, type WorkbookColumn, workbookFile } from '#platform';
import { type RuleInForce, rulesStatement } from '../tax-rule/tax-rule-set.queries.js';
import { exportDetail, filterOf } from './bill-filter.js';
import type { BillDto, BillFilter, BillState } from './bill.dto.js';
import { billCountStatement, billDto, type BillRow, billsStatement } from './bill.queries.js';

const COLUMNS: readonly WorkbookColumn[] = [
  { heading: 'NOP', holds: 'text', width: 26 }, { heading: 'Tahun', holds: 'number', width: 8 }, { heading: 'Nama di SPPT', holds: 'text', width: 28 }, { heading: 'Dikelola oleh', holds: 'text', width: 22 },
  { heading: 'Letak objek', holds: 'text', width: 36 }, { heading: 'Wilayah', holds: 'text', width: 26 }, { heading: 'Buku', holds: 'text', width: 6 }, { heading: 'Jatuh tempo', holds: 'day', width: 12 },
  { heading: 'Pokok', holds: 'rupiah', width: 14 }, { heading: 'Denda hari ini', holds: 'rupiah', width: 14 }, { heading: 'Masih harus dibayar', holds: 'rupiah', width: 18 }, { heading: 'Keadaan', holds: 'text', width: 20 },
];

const BOOKS = [null, 'I', 'II', 'III', 'IV', 'V'];
const STATES: Record<BillState, string> = { unpaid: 'BELUM DIBAYAR', 'with-collector': 'DIBAYAR KE PETUGAS', deposited: 'DISETOR', settled: 'LUNAS', nil: 'NIHIL', closed: 'DIBATALKAN/DIGANTI' };

/** The list of bills as it is filtered, as a workbook; who took it and how many is in the trail first. */
@Injectable()
export class ExportBills {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws DomainError 422 */
  async run(actor: Actor, query: BillFilter): Promise<Readable> {
    const filter = filterOf(query);
    const today = this.clock.today();
    const [[counted], rules] = await this.database.readVillageAll<[{ count: number }, RuleInForce]>(actor, [billCountStatement(actor, filter), rulesStatement]);
    await auditRead(this.database, actor, { action: 'bill.exported', subjectType: 'bill', detail: { count: counted?.count ?? 0, ...exportDetail(filter) } });
    const nextPage = (last: BillRow | null): Promise<BillRow[]> => this.database.readVillage<BillRow>(actor, billsStatement(actor, filter, last, FILE_PAGE));
    return workbookFile('Tagihan PBB', COLUMNS, nextPage, (row) => cells(billDto(row, rules, today)));
  }
}

/** A year without a rule has no penalty and so no sum: an empty cell, never a guess. */
function cells(bill: BillDto): WorkbookCell[] {
  const toPay = bill.status !== 'unpaid' ? 0 : bill.penalty && bill.owed + bill.penalty.amount;
  return [
    bill.nop, bill.taxYear, bill.payerName, bill.managedBy, bill.address, bill.areaPath, BOOKS[bill.book] ?? null, bill.dueOn,
    bill.amount, bill.penalty?.amount ?? null, toPay, STATES[bill.status],
  ];
}
