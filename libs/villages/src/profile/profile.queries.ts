import type { Tx } from '#platform';
import type { VillageKind } from '#values';
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
  readonly words: Words;
}

/** Region names carry their kind ("Kabupaten Malang"); letters write it themselves. */
const bare = (name: string): string => name.replace(/^(Kabupaten|Kecamatan|Desa|Kelurahan)\s+/i, '');

/**
 * The profile of the village in context.
 * @throws Error in the regency's own office, which has none
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
  if (!row || row.kind === 'regency') throw new Error('the regency office has no village profile');
  return {
    id: row.id,
    code: row['code'] ?? '',
    kind: row.kind,
    name: bare(row['name'] ?? ''),
    districtName: bare(row['district'] ?? ''),
    regencyName: bare(row['regency'] ?? ''),
    provinceName: 'Jawa Timur',
    address: row['address'] ?? null,
    phone: row['phone'] ?? null,
    email: row['email'] ?? null,
    website: row['website'] ?? null,
    postalCode: row['postal_code'] ?? null,
    logoSha256: row['logo_sha256'] ?? null,
    words: words(row.kind),
  };
}
