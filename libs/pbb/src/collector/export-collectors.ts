import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { auditRead, typedWords } from '#audit';
import { type Actor, Database, onePage, type WorkbookColumn, workbookFile } from '#platform';
import { formatNop, type Nop, plainDateInJakarta } from '#values';
import { AREA_PATH, AREA_JOINS } from '../tax-object/area-columns.js';
import type { CollectorQuery } from './collector.dto.js';
import { listCollectors } from './collector.queries.js';

const COLUMNS: readonly WorkbookColumn[] = [
  { heading: 'Buku', holds: 'text', width: 8 }, { heading: 'Petugas', holds: 'text', width: 28 }, { heading: 'Ditugaskan di', holds: 'text', width: 48 }, { heading: 'Mulai', holds: 'day', width: 12 }, { heading: 'Berakhir', holds: 'day', width: 12 },
  { heading: 'Kuitansi di tangan', holds: 'number', width: 18 }, { heading: 'Uang di tangan', holds: 'rupiah', width: 16 }, { heading: 'Kuitansi tertua', holds: 'day', width: 15 },
];

interface Place {
  id: string;
  nop: string | null;
  area: string | null;
}

/** The list of collectors as it is filtered, as a workbook; who took it and how many is in the trail first. */
@Injectable()
export class ExportCollectors {
  constructor(@Inject(Database) private readonly database: Database) {}

  async run(actor: Actor, query: CollectorQuery): Promise<Readable> {
    const [{ items }, places] = await Promise.all([listCollectors(this.database, actor, query), this.places(actor)]);
    await auditRead(this.database, actor, { action: 'collector.exported', subjectType: 'collector', detail: { count: items.length, status: query.status, ...typedWords(query.search) } });
    return workbookFile('Petugas pungut', COLUMNS, onePage(items), (row) => [
      row.bookCode, row.name, row.assignments.map(({ id }) => places.get(id)).join('; ') || null, row.startedOn, row.endedOn,
      row.receiptsInHand, row.cashInHand, row.oldestAt && plainDateInJakarta(new Date(row.oldestAt)),
    ]);
  }

  /** What each assignment is called: an area by its place in the village, a single object by its NOP. */
  private async places(actor: Actor): Promise<Map<string, string>> {
    const rows = await this.database.readVillage<Place>(actor, {
      name: 'collector-places',
      text: `select s.id, (select nop from tax_objects where village_id = $1 and id = s.object_id) as nop, ${AREA_PATH} as area
               from collector_assignments s cross join lateral (select s.area_id) o ${AREA_JOINS} where s.village_id = $1 and s.ended_on is null`,
      values: [actor.unitId],
    });
    return new Map(rows.map(({ id, nop, area }) => [id, nop ? `NOP ${formatNop(nop as Nop)}` : area ?? '']));
  }
}
