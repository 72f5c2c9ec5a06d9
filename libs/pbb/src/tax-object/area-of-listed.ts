/*
 * Where the list says an object lies. What a village's areas are called and how a list writes them is matched by
 * `app.areas_of_places`, for all of a list's ways of writing at once: a village has some hundreds of them for thousands of objects.
 */

/** A common table expression `placed (listed, area_id)` for the places that `source` names as `place`, `rw`, `rt`; $1 is the village. */
export const placedBy = (source: string): string =>
  `placed as (
     select a.listed, a.area_id from (select array_agg(place) as places, array_agg(rw) as rws, array_agg(rt) as rts from (select distinct place, rw, rt ${source}) said) s
      cross join lateral app.areas_of_places($1, s.places, s.rws, s.rts) a
   )`;

/** How `placed.listed` names the place of a row. */
export const listedPlace = (row: string): string => `app.listed_place(${row}.place, ${row}.rw, ${row}.rt)`;
