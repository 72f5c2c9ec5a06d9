import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { auditRead } from '#audit';
import { type Actor, Clock, Database, FILE_PAGE, type WorkbookCell, type WorkbookColumn, workbookFile } from '#platform';
import { rupiahToNumber } from '#values';
import type { LineVerdict } from './statement-line.dto.js';
import { type LineFilter, type LineRow, statementLineCountStatement, statementLinesStatement } from './statement-line.queries.js';

const COLUMNS: readonly WorkbookColumn[] = [
  { heading: 'Tanggal buku', holds: 'day', width: 14 }, { heading: 'Keterangan', holds: 'text', width: 48 }, { heading: 'Nomor referensi bank', holds: 'text', width: 22 }, { heading: 'Masuk', holds: 'rupiah', width: 16 }, { heading: 'Keluar', holds: 'rupiah', width: 16 },
  { heading: 'Hasil', holds: 'text', width: 20 }, { heading: 'Setoran yang disebut', holds: 'text', width: 20 }, { heading: 'Desa', holds: 'text', width: 24 }, { heading: 'Jumlah setoran', holds: 'rupiah', width: 16 },
];

const VERDICTS: Record<LineVerdict, string> = { SETTLED: 'tercocokkan', AMOUNT_MISMATCH: 'selisih jumlah', DUPLICATE_PAYMENT: 'bayar ganda', UNMATCHED: 'belum dikenali', REVERSED: 'dibatalkan bank' };

/** The lines of statements as they are filtered, as a workbook; who took it and how many is in the trail first, never what was searched. */
@Injectable()
export class ExportStatementLines {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { state, verdict, age, account, statement, search }: LineFilter): Promise<Readable> {
    const filter: LineFilter = { ...(state ? { state } : {}), ...(verdict ? { verdict } : {}), ...(age ? { age } : {}), ...(account ? { account } : {}), ...(statement ? { statement } : {}), ...(search ? { search } : {}) };
    const today = this.clock.today();
    const [counted] = await this.database.readVillage<{ count: number }>(actor, statementLineCountStatement(actor, today, filter));
    const { search: _search, ...told } = filter;
    await auditRead(this.database, actor, { action: 'statement-line.exported', subjectType: 'statement-line', detail: { count: counted?.count ?? 0, ...told } });
    const nextPage = (last: LineRow | null): Promise<LineRow[]> => this.database.readVillage<LineRow>(actor, statementLinesStatement(actor, today, filter, last && [last.booked_on, last.id], FILE_PAGE));
    return workbookFile('Mutasi bank', COLUMNS, nextPage, cells);
  }
}

function cells(row: LineRow): WorkbookCell[] {
  const amount = rupiahToNumber(BigInt(row.amount));
  return [row.booked_on, row.remark, row.reference, amount > 0 ? amount : null, amount < 0 ? -amount : null, VERDICTS[row.verdict], row.named?.reference ?? null, row.named?.villageName ?? null, row.named?.amount ?? null];
}
