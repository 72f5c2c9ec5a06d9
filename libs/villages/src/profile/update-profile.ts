import { Inject, Injectable } from '@nestjs/common';
import { audit, fieldDiff } from '#audit';
import { type Actor, Database, type Tx } from '#platform';
import { plainDateInJakarta } from '#values';
import { letterPaper } from '../setting/known-settings.js';
import { writeSetting } from '../setting/write-setting.js';
import { FieldChecks } from '../text/field-checks.js';
import { checkVillageName } from './check-village-name.js';
import { lockProfile } from './lock-profile.js';
import type { VillageChangeDto, VillageDto } from './profile.dto.js';
import { villageProfile } from './profile.queries.js';
import { villageAnswer } from './village-answer.js';

const email = { pattern: /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/, message: 'Alamat surel belum lengkap.' };
const phone = { pattern: /^[0-9+()./, -]{5,}$/, message: 'Telepon hanya memuat angka, tanda kurung, dan garis hubung.' };
const postalCode = { pattern: /^\d{5}$/, message: 'Kode pos terdiri dari 5 angka.' };
const website = { pattern: /^(https?:\/\/)?[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/i, message: 'Alamat situs belum lengkap, misalnya pujonkidul.desa.id.' };

@Injectable()
export class UpdateVillageProfile {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * Changes how the village names and shows itself on letters from now on; issued ones keep their snapshot.
   * @throws DomainError INVALID_INPUT naming each wrong field, a name that is not this village's too; NOT_FOUND in the regency's office
   */
  run(actor: Actor, input: VillageChangeDto): Promise<VillageDto> {
    const change = readChange(input);
    return this.database.inVillage(actor, async (tx) => {
      await lockProfile(tx, (await villageProfile(tx)).name);
      const before = await villageProfile(tx);
      if (change.name !== undefined) await checkVillageName(tx, change.name);
      const diff = fieldDiff(before, change);
      if (!diff) return villageAnswer(before, actor);
      await writeProfile(tx, { ...before, ...change });
      if (change.paper && change.paper !== before.paper) await writeSetting(tx, letterPaper, change.paper, plainDateInJakarta(tx.now));
      audit(tx, { action: 'village.updated', subjectType: 'village', subjectId: before.code, detail: diff });
      return villageAnswer(await villageProfile(tx), actor);
    });
  }
}

type Writable = Required<VillageChangeDto>;

function readChange(input: VillageChangeDto): Partial<Writable> {
  const checks = new FieldChecks();
  const read = {
    name: input.name === undefined ? undefined : checks.line('name', input.name, 60, 'Nama wajib diisi.'),
    address: checks.optionalLine('address', input.address, 200),
    phone: checks.optionalLine('phone', input.phone, 60, phone),
    email: checks.optionalLine('email', input.email, 100, email),
    postalCode: checks.optionalLine('postalCode', input.postalCode, 5, postalCode),
    website: checks.optionalLine('website', input.website, 100, website),
    paper: input.paper,
  };
  checks.finish();
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as Partial<Writable>;
}

async function writeProfile(tx: Tx, next: Writable): Promise<void> {
  await tx.query(
    `update village_profiles set display_name = $2, address = $3, phone = $4, email = $5, website = $6, postal_code = $7 where village_id = $1`,
    [tx.actor.unitId, next.name, next.address, next.phone, next.email, next.website, next.postalCode],
  );
}
