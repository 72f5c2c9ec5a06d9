import { type Actor, type Database, notFound } from '#platform';
import { regencyFacts } from './regency-facts.js';
import type { DistrictDto, RegencyDto, VillageRowDto } from './region.dto.js';

interface RegencyRow {
  code: string;
  name: string;
  districts: number;
  desa: number;
  kelurahan: number;
}

/** @throws DomainError NOT_FOUND before provisioning */
export async function readRegency(database: Database, actor: Actor): Promise<RegencyDto> {
  const [row] = await database.readVillage<RegencyRow>(actor, {
    name: 'villages-regency',
    text: `select r.code, r.name, (select count(*)::int from regions where kind = 'district') as districts,
                  (select count(*)::int from units where kind = 'desa') as desa, (select count(*)::int from units where kind = 'kelurahan') as kelurahan
             from units u join regions r on r.code = u.code where u.id = 0`,
    values: [],
  });
  if (!row) throw notFound();
  const { code, name, ...counts } = row;
  return { code, name, ...regencyFacts, counts };
}

export function listDistricts(database: Database, actor: Actor): Promise<DistrictDto[]> {
  return database.readVillage<DistrictDto>(actor, {
    name: 'villages-districts',
    text: `select d.code, d.name, count(u.id)::int as villages from regions d left join units u on u.district_code = d.code where d.kind = 'district' group by d.code order by d.code`,
    values: [],
  });
}

/** The villages of the regency or of one district, in code order; 390 at most, so in one piece. */
export function listVillages(database: Database, actor: Actor, districtCode: string | null): Promise<VillageRowDto[]> {
  return database.readVillage<VillageRowDto>(actor, {
    name: 'villages-list',
    text: `select r.code, r.name, u.kind, d.code as "districtCode", d.name as "districtName", r.latitude::float8 as latitude, r.longitude::float8 as longitude, r.postal_code as "postalCode"
             from units u join regions r on r.code = u.code join regions d on d.code = u.district_code
            where $1::text is null or u.district_code = $1 order by r.code`,
    values: [districtCode],
  });
}
