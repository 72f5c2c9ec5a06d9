import { type AuditDetail, typedWords } from '#audit';
import { type Actor, Conditions } from '#platform';
import { areasWithin } from '#residents';
import { collectedBy } from '../collector/collected-by.js';
import { filterNop, payerWords } from '../tax-object/object-filter.js';
import type { BillFilter } from './bill.dto.js';

/** What of a query filters, as cursors and the trail know it. */
export const filterOf = ({ nop, search, year, status, object, collector, area }: BillFilter): BillFilter => ({ nop, search, year, status, object, collector, area });

/** Conditions over bills `b`, their objects `o` and positions `p`. @throws DomainError 422 */
export function billConditions(actor: Actor, { nop, search, year, status, object, collector, area }: BillFilter): Conditions {
  const found = new Conditions(actor.unitId, 'b.village_id = $1');
  if (nop) filterNop(found, nop);
  if (search) for (const [place, condition] of payerWords(found, search).entries()) found.add(`w${place}`, condition);
  if (year) found.add('y', `b.tax_year = ${found.value(year)}`);
  if (object) found.add('o', `b.object_id = ${found.value(object)}::uuid`);
  if (collector) found.add('c', collectedBy(found.value(collector)));
  if (area) found.add('a', `o.area_id = any(${areasWithin(found.value(area))})`);
  if (status) found.add('s', `p.state = ${found.value(status)}`);
  else found.add('l', 'b.closed_as is null');
  return found;
}

/** What the trail keeps of a file: its filters, and of what was typed no whole number. */
export function exportDetail(query: BillFilter): AuditDetail {
  const { nop, search, ...plain } = filterOf(query);
  return { ...plain, ...typedWords(search ?? nop) };
}
