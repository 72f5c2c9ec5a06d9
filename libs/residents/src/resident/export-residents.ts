import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { auditRead } from '#audit';
import { type Actor, Clock, csvFile, Database, FILE_PAGE } from '#platform';
import { formatShort, type PlainDate } from '#values';
import { searchDetail } from './read-searched.js';
import { ResidentConditions, type StatusWord } from './resident-filter.js';
import { residentRow, type ResidentColumns } from './resident-row.js';
import type { ResidentQuery } from './resident.dto.js';
import { countMatching, filterOf, listStatement } from './resident.queries.js';

const HEADINGS = ['Nama', 'NIK', 'NIK sementara', 'L/P', 'Tanggal lahir', 'Umur', 'Dusun', 'RW', 'RT', 'Hubungan dalam keluarga', 'Status'];

const STATUS_ON_PAPER: Record<StatusWord, string> = { alive: 'hidup', dead: 'meninggal', moved: 'pindah', missing: 'hilang', away: 'pergi', invalid: 'tidak valid' };

type Row = ResidentColumns & { sort_name: string };

/** The list of residents as it is filtered, as a CSV file with masked NIKs; who took it and how many is in the trail first. */
@Injectable()
export class ExportResidents {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, query: ResidentQuery): Promise<Readable> {
    const today = this.clock.today();
    const { search, ...filter } = filterOf(query);
    const count = await countMatching(this.database, actor, { search, ...filter }, today);
    await auditRead(this.database, actor, { action: 'resident.exported', subjectType: 'resident', detail: { count, ...filter, ...searchDetail(search) } });
    return csvFile<Row>(HEADINGS, (last) => this.page(actor, { search, ...filter }, today, last), (row) => cells(row, today));
  }

  private page(actor: Actor, filter: ReturnType<typeof filterOf>, today: PlainDate, last: Row | null): Promise<Row[]> {
    const conditions = new ResidentConditions(actor, filter, today).after(last ? [last.sort_name, last.id] : null);
    return this.database.readVillage<Row>(actor, listStatement(conditions, FILE_PAGE));
  }
}

function cells(columns: Row, today: PlainDate): (string | number | null)[] {
  const row = residentRow(columns, today);
  return [row.name, row.nikMasked, row.temporaryNik ? 'ya' : null, row.sex, formatShort(columns.birth_date), row.age, row.hamlet, row.rw, row.rt, row.familyPosition, STATUS_ON_PAPER[row.status]];
}
