import { asOwner } from './database.js';

let next = 0;

export interface BuiltUnit {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly district: string;
}

/**
 * A unit with its regions, made as the owner; the regency (unit 0, `35.07`) is made when missing. Codes
 * are this worker's own and never those of a real village.
 */
export async function buildUnit(kind: 'desa' | 'kelurahan' = 'desa', district = '35.07.99'): Promise<BuiltUnit> {
  await asOwner(`insert into regions (code, name, kind) values ('35.07', 'Malang', 'regency') on conflict do nothing`);
  await asOwner(`insert into units (id, code, kind) values (0, '35.07', 'regency') on conflict do nothing`);
  await asOwner(`insert into regions (code, name, kind, parent_code) values ($1, 'Kecamatan Uji', 'district', '35.07') on conflict do nothing`, [district]);
  const [row] = await asOwner<{ n: number }>(`select coalesce(max(id), 0)::int + 1 as n from units`);
  const id = row?.n ?? 1;
  next += 1;
  const code = `${district}.${String(kind === 'desa' ? 2000 + id : 1000 + id).padStart(4, '0')}`;
  const name = `Desa Uji ${id}-${next}`;
  await asOwner(`insert into regions (code, name, kind, parent_code) values ($1, $2, $3, $4)`, [code, name, kind, district]);
  await asOwner(`insert into units (id, code, kind, district_code) values ($1, $2, $3, $4)`, [id, code, kind, district]);
  return { id, code, name, district };
}
