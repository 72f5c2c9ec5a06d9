/** The area of an object `o` and those around it. In the village $1. */
export const AREA_JOINS = `left join areas a on a.village_id = $1 and a.id = o.area_id left join areas ap on ap.village_id = $1 and ap.id = a.parent_id left join areas ag on ag.village_id = $1 and ag.id = ap.parent_id`;

const named = (area: string): string => `case ${area}.kind when 'hamlet' then ${area}.name when 'rw' then 'RW ' || ${area}.name when 'rt' then 'RT ' || ${area}.name end`;

/** `KRAJAN / RW 001 / RT 003`, as the village's own list of areas calls it; null for an object that lies in none. */
export const AREA_PATH = `nullif(concat_ws(' / ', ${named('ag')}, ${named('ap')}, ${named('a')}), '')`;
