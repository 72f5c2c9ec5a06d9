import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { auditRead } from '#audit';
import { type Actor, Database, onePage, type WorkbookCell, type WorkbookColumn, workbookFile } from '#platform';
import type { TrialBalanceQuery } from './trial-balance.dto.js';
import { trialBalance } from './trial-balance.queries.js';

const COLUMNS: readonly WorkbookColumn[] = [
  { heading: 'Akun', holds: 'text', width: 34 }, { heading: 'Milik', holds: 'text', width: 30 }, { heading: 'Debit', holds: 'rupiah', width: 18 }, { heading: 'Kredit', holds: 'rupiah', width: 18 }, { heading: 'Saldo', holds: 'rupiah', width: 18 }, { heading: 'Posisi', holds: 'text', width: 10 },
];

/** The trial balance as it is asked for, as a workbook with the sums at its foot; who took it is in the trail first. */
@Injectable()
export class ExportTrialBalance {
  constructor(@Inject(Database) private readonly database: Database) {}

  async run(actor: Actor, { from, to, kind, ownerId }: TrialBalanceQuery): Promise<Readable> {
    const { accounts, debit, credit } = await trialBalance(this.database, actor, { from, to, kind, ownerId });
    await auditRead(this.database, actor, { action: 'trial-balance.exported', subjectType: 'ledger', detail: { count: accounts.length, from, to, kind, ownerId } });
    const rows: WorkbookCell[][] = [
      ...accounts.map((row) => [row.name, row.ownerName, row.debit, row.credit, row.balance, row.side === 'debit' ? 'Debit' : 'Kredit']),
      ['Jumlah', null, debit, credit, null, null],
    ];
    return workbookFile('Neraca', COLUMNS, onePage(rows), (row) => row);
  }
}
