import type { Actor } from '#platform';
import { letterheadLines } from './letterhead.js';
import type { VillageDto } from './profile.dto.js';
import type { VillageProfile } from './profile.queries.js';

/** The profile as the API answers it. */
export function villageAnswer(profile: VillageProfile, actor: Actor): VillageDto {
  const { code, name, kind, districtName, regencyName, address, phone, email, postalCode, website, logoSha256, paper } = profile;
  return {
    code, name, kind, districtName, regencyName, address, phone, email, postalCode, website,
    logo: logoSha256 ? { sha256: logoSha256 } : null,
    letterhead: { lines: letterheadLines(profile) },
    words: { ...profile.words },
    paper,
    actions: actor.permissions.has('village.update') ? ['update'] : [],
  };
}
