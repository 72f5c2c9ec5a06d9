/**
 * Whether an object `o` is on a collector's round: assigned to them by itself, or in an area of theirs and to nobody else by
 * itself. An area holds the areas below it, as far down as nobody else goes: whoever is sent to an RW of a hamlet takes it over.
 * In the village $1.
 * @param collector `$2`
 */
export const collectedBy = (collector: string): string =>
  `(o.area_id = any(array(${areasOf(collector)})) or o.id = any(array(
      select s.object_id from collector_assignments s where s.village_id = $1 and s.collector_id = ${collector}::uuid and s.object_id is not null and s.ended_on is null)))
   and not exists (select from collector_assignments s where s.village_id = $1 and s.object_id = o.id and s.ended_on is null and s.collector_id <> ${collector}::uuid)`;

const areasOf = (collector: string): string =>
  `with recursive round as (
     select g.area_id as id from collector_assignments g where g.village_id = $1 and g.collector_id = ${collector}::uuid and g.area_id is not null and g.ended_on is null
     union
     select a.id from round r join areas a on a.village_id = $1 and a.parent_id = r.id
      where not exists (select from collector_assignments g where g.village_id = $1 and g.area_id = a.id and g.ended_on is null and g.collector_id <> ${collector}::uuid)
   ) select id from round`;

/** Who goes to an object `o`, as `who.id` and `who.name`: the one assigned to it alone, else to the nearest area around it. */
export const COLLECTOR_OF_OBJECT = `left join lateral (
  select c.id, c.name from collector_assignments g join collectors c on c.village_id = $1 and c.id = g.collector_id
   where g.village_id = $1 and g.ended_on is null and (g.object_id = o.id or g.area_id in (a.id, ap.id, ag.id))
   order by g.object_id is null, case g.area_id when a.id then 1 when ap.id then 2 else 3 end limit 1
) who on true`;
