import type pg from 'pg';
import { nationalHolidays } from '../holiday/national-holidays.js';
import { readRegions } from '../region/region-data.js';

export interface CodeValue {
  readonly table: string;
  readonly code: number;
  readonly label: string;
}

/**
 * Fills the catalogues of a regency as the owner: regions, units (0 = the regency's office), code
 * tables, national holidays of `years`, all or nothing. Running it again changes nothing but names and
 * coordinates; what the regency entered since stays. Regency-wide settings need no rows: their defaults ship.
 * @returns how many villages there are
 */
export async function provisionRegency(client: pg.Client, codes: readonly CodeValue[], years: readonly number[]): Promise<number> {
  await client.query('begin');
  try {
    const villages = await fillCatalogues(client, codes, years);
    await client.query('commit');
    return villages;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function fillCatalogues(client: pg.Client, codes: readonly CodeValue[], years: readonly number[]): Promise<number> {
  const regions = readRegions();
  await client.query(
    `insert into regions (code, name, kind, parent_code, latitude, longitude, postal_code)
     select r->>'code', r->>'name', r->>'kind', r->>'parentCode', (r->>'latitude')::numeric, (r->>'longitude')::numeric, r->>'postalCode'
       from jsonb_array_elements($1::jsonb) r
     on conflict (code) do update set name = excluded.name, latitude = excluded.latitude, longitude = excluded.longitude, postal_code = excluded.postal_code`,
    [JSON.stringify(regions)],
  );
  const units = regions.flatMap((region): { id: number; code: string; kind: string; district: string | null }[] => {
    if (region.kind === 'regency') return [{ id: 0, code: region.code, kind: 'regency', district: null }];
    return region.villageId === null ? [] : [{ id: region.villageId, code: region.code, kind: region.kind, district: region.parentCode }];
  });
  await client.query(
    `insert into units (id, code, kind, district_code) select (u->>'id')::int, u->>'code', u->>'kind', u->>'district' from jsonb_array_elements($1::jsonb) u on conflict (id) do nothing`,
    [JSON.stringify(units)],
  );
  await client.query(
    `insert into code_values (code_table, code, label) select c->>'table', (c->>'code')::int, c->>'label' from jsonb_array_elements($1::jsonb) c
     on conflict (code_table, code) do update set label = excluded.label`,
    [JSON.stringify(codes)],
  );
  const holidays = years.flatMap(nationalHolidays);
  await client.query(`insert into regency_holidays (day, name) select (h->>'day')::date, h->>'name' from jsonb_array_elements($1::jsonb) h on conflict (day) do nothing`, [JSON.stringify(holidays)]);
  return units.length - 1;
}
