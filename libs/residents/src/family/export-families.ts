import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { auditRead } from '#audit';
import { type Actor, csvFile, Database, FILE_PAGE } from '#platform';
import { searchDetail } from '../resident/read-searched.js';
import type { FamilyQuery } from './family.dto.js';
import { type FamilyColumns, familyCountStatement, familyRow, familyStatement } from './family.queries.js';

const HEADINGS = ['Nomor KK', 'KK sementara', 'Kepala keluarga', 'Anggota', 'Dusun', 'RW', 'RT', 'Alamat'];

/** The list of families as it is filtered, as a CSV file with masked numbers; who took it and how many is in the trail first. */
@Injectable()
export class ExportFamilies {
  constructor(@Inject(Database) private readonly database: Database) {}

  async run(actor: Actor, { search, area, headless }: FamilyQuery): Promise<Readable> {
    const filter = { search, area, headless };
    const [counted] = await this.database.readVillage<{ count: number }>(actor, familyCountStatement(actor, filter));
    await auditRead(this.database, actor, { action: 'family.exported', subjectType: 'family', detail: { count: counted?.count ?? 0, area, headless, ...searchDetail(search) } });
    const nextPage = (last: FamilyColumns | null): Promise<FamilyColumns[]> => this.database.readVillage<FamilyColumns>(actor, familyStatement(actor, filter, last?.id ?? null, FILE_PAGE));
    return csvFile(HEADINGS, nextPage, cells);
  }
}

function cells(columns: FamilyColumns): (string | number | null)[] {
  const row = familyRow(columns);
  return [row.numberMasked, row.temporaryNumber ? 'ya' : null, row.headName, row.members, row.hamlet, row.rw, row.rt, row.address];
}
