import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { auditRead, typedWords } from '#audit';
import { type Actor, Clock, Database, FILE_PAGE, type WorkbookCell, type WorkbookColumn, workbookFile } from '#platform';
import { formatTimeWib, rupiahToNumber } from '#values';
import type { PaymentFilter, PaymentState } from './payment.dto.js';
import { paymentCountStatement, paymentFilterOf, type PaymentRow, paymentsStatement } from './payment.queries.js';

const COLUMNS: readonly WorkbookColumn[] = [
  { heading: 'Nomor kuitansi', holds: 'text', width: 18 }, { heading: 'Tanggal', holds: 'day', width: 12 }, { heading: 'Jam', holds: 'text', width: 11 }, { heading: 'Petugas', holds: 'text', width: 24 }, { heading: 'Penyetor', holds: 'text', width: 28 },
  { heading: 'Pokok', holds: 'rupiah', width: 14 }, { heading: 'Denda', holds: 'rupiah', width: 14 }, { heading: 'Jumlah', holds: 'rupiah', width: 14 }, { heading: 'Keadaan uang', holds: 'text', width: 22 }, { heading: 'Alasan pembatalan', holds: 'text', width: 36 },
];

const STATES: Record<PaymentState, string> = { 'in-hand': 'di tangan petugas', listed: 'dalam daftar setoran', deposited: 'disetor', settled: 'lunas', reversed: 'dibatalkan' };

/** The list of receipts as it is filtered, as a workbook; who took it and how many is in the trail first. */
@Injectable()
export class ExportPayments {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, query: PaymentFilter): Promise<Readable> {
    const filter = paymentFilterOf(query);
    const { search, ...plain } = filter;
    // One moment for the whole file: a receipt does not grow old between two pages.
    const now = this.clock.now();
    const [counted] = await this.database.readVillage<{ count: number }>(actor, paymentCountStatement(actor, filter, now));
    await auditRead(this.database, actor, { action: 'payment.exported', subjectType: 'payment', detail: { count: counted?.count ?? 0, ...plain, ...typedWords(search) } });
    const nextPage = (last: PaymentRow | null): Promise<PaymentRow[]> => this.database.readVillage<PaymentRow>(actor, paymentsStatement(actor, filter, now, last && [last.received_at.toISOString(), last.id], FILE_PAGE));
    return workbookFile('Penerimaan PBB', COLUMNS, nextPage, cells);
  }
}

function cells(row: PaymentRow): WorkbookCell[] {
  const [principal, penalty] = [BigInt(row.principal), BigInt(row.penalty)];
  return [
    row.number_text, row.received_on, formatTimeWib(row.received_at), row.collector_name, row.paid_by,
    rupiahToNumber(principal), rupiahToNumber(penalty), rupiahToNumber(principal + penalty), STATES[row.state], row.reversal_reason,
  ];
}
