import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { auditRead } from '#audit';
import { type Actor, Clock, Database, FILE_PAGE, type WorkbookCell, type WorkbookColumn, workbookFile } from '#platform';
import { type PlainDate, rupiahToNumber } from '#values';
import type { ExpectedVerdict } from './expected-receipt.dto.js';
import { ageOf, differenceOf, type ExpectedReceiptFilter, expectedReceiptCountStatement, expectedReceiptsStatement, type ExpectedRow, matchDays } from './expected-receipt.queries.js';

const COLUMNS: readonly WorkbookColumn[] = [
  { heading: 'Kode setoran', holds: 'text', width: 16 }, { heading: 'Kode desa', holds: 'text', width: 16 }, { heading: 'Desa', holds: 'text', width: 24 }, { heading: 'Tanggal setor', holds: 'day', width: 14 },
  { heading: 'Jumlah', holds: 'rupiah', width: 16 }, { heading: 'Hasil', holds: 'text', width: 20 }, { heading: 'Selisih', holds: 'rupiah', width: 16 }, { heading: 'Umur (hari)', holds: 'number', width: 12 }, { heading: 'Dibukukan desa', holds: 'text', width: 16 },
];

const VERDICTS: Record<ExpectedVerdict, string> = { WAITING: 'menunggu bank', MISSING_AT_BANK: 'belum ada di bank', AMOUNT_MISMATCH: 'selisih jumlah', SETTLED: 'lunas' };

/** The deposits the office expects, as they are filtered, as a workbook; who took it and how many is in the trail first. */
@Injectable()
export class ExportExpectedReceipts {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { state, verdict, village }: ExpectedReceiptFilter): Promise<Readable> {
    const filter = { ...(state ? { state } : {}), ...(verdict ? { verdict } : {}), ...(village ? { village } : {}) };
    const today = this.clock.today();
    const days = await matchDays(this.database, actor, today);
    const [counted] = await this.database.readVillage<{ count: number }>(actor, expectedReceiptCountStatement(actor, days, filter));
    await auditRead(this.database, actor, { action: 'expected-receipt.exported', subjectType: 'expected-receipt', detail: { count: counted?.count ?? 0, ...filter } });
    const nextPage = (last: ExpectedRow | null): Promise<ExpectedRow[]> => this.database.readVillage<ExpectedRow>(actor, expectedReceiptsStatement(actor, days, filter, last && [last.deposited_on, last.id], FILE_PAGE));
    return workbookFile('Setoran diharapkan', COLUMNS, nextPage, cellsOn(today));
  }
}

const cellsOn = (today: PlainDate) => (row: ExpectedRow): WorkbookCell[] => [
  row.reference, row.village, row.village_name, row.deposited_on, rupiahToNumber(BigInt(row.amount)), VERDICTS[row.verdict], differenceOf(row), ageOf(row, today), row.settled ? 'ya' : 'belum',
];
