import { notFound, type Tx } from '#platform';
import { plainDateInJakarta, type VillageKind } from '#values';
import { regencyFacts } from '../region/regency-facts.js';
import { letterPaper } from '../setting/known-settings.js';
import { settingOn } from '../setting/setting.queries.js';
import { words, type Words } from '../words/words.js';

/** A village as letters and screens name it. */
export interface VillageProfile {
  readonly id: number;
  readonly code: string;
  readonly kind: VillageKind;
  readonly name: string;
  readonly districtName: string;
  readonly regencyName: string;
  readonly provinceName: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly postalCode: string | null;
  readonly logoSha256: string | null;
  /** What letters are printed on today. */
  readonly paper: 'F4' | 'A4';
  readonly words: Words;
}

/** Region names may carry their kind ("Kabupaten Malang"); letters write it themselves. */
export const bareName = (name: string): string => name.replace(/^(Kabupaten|Kecamatan|Desa|Kelurahan)\s+/i, '');

/**
 * The profile of the village in context.
 * @throws DomainError NOT_FOUND in the regency's own office, which has none
 */
export async function villageProfile(tx: Tx): Promise<VillageProfile> {
  const row = await tx.one<Record<string, string | null> & { id: number; kind: VillageKind | 'regency' }>(
    `select u.id, u.code, u.kind, coalesce(p.display_name, r.name) as name, d.name as district, g.name as regency,
            p.address, p.phone, p.email, p.website, coalesce(p.postal_code, r.postal_code) as postal_code, p.logo_sha256
       from units u
       join regions r on r.code = u.code
       join regions d on d.code = u.district_code
       join units office on office.id = 0
       join regions g on g.code = office.code
       left join village_profiles p on p.village_id = u.id
      where u.id = $1`,
    [tx.actor.unitId],
  );
  if (!row || row.kind === 'regency') throw notFound();
  return {
    id: row.id,
    code: row['code'] ?? '',
    kind: row.kind,
    name: bareName(row['name'] ?? ''),
    districtName: bareName(row['district'] ?? ''),
    regencyName: bareName(row['regency'] ?? ''),
    provinceName: regencyFacts.province,
    address: row['address'] ?? null,
    phone: row['phone'] ?? null,
    email: row['email'] ?? null,
    website: row['website'] ?? null,
    postalCode: row['postal_code'] ?? null,
    logoSha256: row['logo_sha256'] ?? null,
    paper: await settingOn(tx, letterPaper, plainDateInJakarta(tx.now)),
    words: words(row.kind),
  };
}
