import { auditedRead, typedWords } from '#audit';
import { type Actor, Conditions, type Database, decodeCursor, notFound, page } from '#platform';
import { areasWithin } from '#residents';
import { formatNop, type Nop } from '#values';
import { COLLECTOR_OF_OBJECT } from '../collector/collected-by.js';
import { AREA_JOINS, AREA_PATH } from './area-columns.js';
import { filterNop, payerWords } from './object-filter.js';
import type { TaxObjectDetailDto, TaxObjectDto, TaxObjectListDto, TaxObjectQuery } from './tax-object.dto.js';

interface Row {
  id: string;
  nop: Nop;
  address: string | null;
  payer_name: string | null;
  land_area: number | null;
  building_area: number | null;
  last_listed_year: number;
  area_id: string | null;
  area_path: string | null;
  area_by_hand: boolean;
}

const COLUMNS = `o.id, o.nop, o.address, o.land_area, o.building_area, o.last_listed_year, o.area_id, o.area_by_hand, ${AREA_PATH} as area_path,
  (select n.payer_name from bills n where n.village_id = $1 and n.object_id = o.id and n.closed_as is null order by n.tax_year desc limit 1) as payer_name`;

/** By NOP. A search by NOP or name leaves a trace (UU 1/2022 Ps. 103). */
export async function listTaxObjects(database: Database, actor: Actor, query: TaxObjectQuery): Promise<TaxObjectListDto> {
  const { nop, search, area } = query;
  const filter = { nop, search, area };
  const limit = query.limit ?? 25;
  const from = decodeCursor(query.after, ['text'], filter);
  const found = new Conditions(actor.unitId, 'o.village_id = $1');
  if (nop) filterNop(found, nop);
  const words = search ? payerWords(found, search) : [];
  if (words.length > 0) found.add(`w${words.length}`, `exists (select from bills b where b.village_id = $1 and b.object_id = o.id and b.closed_as is null and ${words.join(' and ')})`);
  if (area) found.add('a', `o.area_id = any(${areasWithin(found.value(area))})`);
  if (from) found.add('n', `o.nop > ${found.value(from[0])}::text`);
  const statement = { name: `tax-objects-${found.shape}`, text: `select ${COLUMNS} from tax_objects o ${AREA_JOINS} where ${found.sql} order by o.nop limit ${found.value(limit + 1)}`, values: found.values };
  const rows = search?.trim() || nop?.trim()
    ? await auditedRead<Row>(database, actor, statement, { action: 'tax-object.searched', subjectType: 'tax-object', detail: typedWords(search ?? nop) })
    : await database.readVillage<Row>(actor, statement);
  return page(rows, limit, filter, (row) => [row.nop], taxObjectDto);
}

const taxObjectDto = (row: Row): TaxObjectDto => ({
  id: row.id, nop: formatNop(row.nop), address: row.address, payerName: row.payer_name, landArea: row.land_area, buildingArea: row.building_area, lastListedYear: row.last_listed_year,
  areaId: row.area_id, areaPath: row.area_path, areaByHand: row.area_by_hand,
});

type DetailRow = Row & { rt: string | null; rw: string | null; place: string | null; land_class: string | null; building_class: string | null; collector_id: string | null; collector_name: string | null };

/** With who goes there. @throws DomainError 404 */
export async function taxObjectById(database: Database, actor: Actor, id: string): Promise<TaxObjectDetailDto> {
  const [row] = await database.readVillage<DetailRow>(actor, {
    name: 'tax-object',
    text: `select ${COLUMNS}, o.rt, o.rw, o.place, o.land_class, o.building_class, who.id as collector_id, who.name as collector_name
             from tax_objects o ${AREA_JOINS} ${COLLECTOR_OF_OBJECT} where o.village_id = $1 and o.id = $2`,
    values: [actor.unitId, id],
  });
  if (!row) throw notFound();
  return { ...taxObjectDto(row), rt: row.rt, rw: row.rw, place: row.place, landClass: row.land_class, buildingClass: row.building_class, collectorId: row.collector_id, collectorName: row.collector_name };
}
