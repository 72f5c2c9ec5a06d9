/**
 * The areas a person or family lives in, from the deepest known upward. Joined to a row named `r` that has
 * `area_id`, in the village `$1`.
 */
export const AREA_COLUMNS = 'a.kind as area_kind, a.name as area_name, ap.kind as parent_kind, ap.name as parent_name, ag.name as hamlet_name';

export const AREA_JOINS = `
  left join areas a on a.village_id = $1 and a.id = r.area_id
  left join areas ap on ap.village_id = $1 and ap.id = a.parent_id
  left join areas ag on ag.village_id = $1 and ag.id = ap.parent_id`;

export type AreaKind = 'hamlet' | 'rw' | 'rt';

export interface AreaColumns {
  area_kind: AreaKind | null;
  area_name: string | null;
  parent_kind: AreaKind | null;
  parent_name: string | null;
  hamlet_name: string | null;
}

export interface AreaNames {
  readonly hamlet: string | null;
  readonly rw: string | null;
  readonly rt: string | null;
}

/** `KRAJAN`, `002`, `005`; null = none. Above an RT's RW there can only be a hamlet. */
export function areaNames(row: AreaColumns): AreaNames {
  const of = (kind: AreaKind): string | null => (row.area_kind === kind ? row.area_name : row.parent_kind === kind ? row.parent_name : null);
  return { hamlet: row.hamlet_name ?? of('hamlet'), rw: of('rw'), rt: of('rt') };
}

/** An area and all areas in it, as an array that an index can be asked with. `parameter`: `$4`. */
export const areasWithin = (parameter: string): string =>
  `array(select x.id from areas x left join areas y on y.village_id = $1 and y.id = x.parent_id
          where x.village_id = $1 and (x.id = ${parameter} or x.parent_id = ${parameter} or y.parent_id = ${parameter}))`;
