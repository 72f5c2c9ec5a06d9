import { notFound, type Tx } from '#platform';
import type { PlainDate, VillageKind } from '#values';
import { FieldChecks } from '../text/field-checks.js';
import { words } from '../words/words.js';
import type { NewOfficialDto } from './official.dto.js';
import type { Official } from './official.queries.js';

/** An official as read from a form, ready to be stored. */
export type OfficialInput = Omit<Official, 'id'>;

const staffNumber = { pattern: /^[\d./ -]{3,}$/, message: 'NIP atau NIPD hanya memuat angka, titik, garis miring, dan spasi.' };

/** @throws DomainError NOT_FOUND in the regency's office, which has no village officials */
export async function kindOfVillage(tx: Tx): Promise<VillageKind> {
  const unit = await tx.one<{ kind: VillageKind | 'regency' }>('select kind from units where id = $1', [tx.actor.unitId]);
  if (!unit || unit.kind === 'regency') throw notFound();
  return unit.kind;
}

/** What the post is called when the form does not say; an officer's (Kaur, Kasi) has no usual name. */
export function usualPositionName(position: Official['position'], kind: VillageKind): string | null {
  const { head, secretary, treasurer, hamletHead } = words(kind);
  return { head, secretary, treasurer, 'hamlet-head': hamletHead, officer: null }[position];
}

/**
 * Checks a complete form.
 * @throws DomainError INVALID_INPUT naming every wrong field
 */
export function readOfficial(input: NewOfficialDto, kind: VillageKind): OfficialInput {
  const checks = new FieldChecks();
  const given = checks.optionalLine('positionName', input.positionName, 80);
  const positionName = given ?? usualPositionName(input.position, kind);
  if (positionName === null) checks.refuse('positionName', 'REQUIRED', 'Nama jabatan wajib diisi.');
  const startedOn = checks.day('startedOn', input.startedOn);
  const endedOn = input.endedOn ? checks.day('endedOn', input.endedOn) : null;
  if (endedOn && endedOn < startedOn) checks.refuse('endedOn', 'TERM_BACKWARDS', 'Selesai menjabat tidak boleh sebelum mulai menjabat.');
  const read: OfficialInput = {
    name: checks.name('name', input.name),
    position: input.position,
    positionName: positionName ?? '',
    acting: input.acting ?? null,
    rank: checks.optionalLine('rank', input.rank, 60) ?? null,
    nip: checks.optionalLine('nip', input.nip, 30, staffNumber) ?? null,
    maySign: input.maySign ?? false,
    userId: input.userId ?? null,
    startedOn,
    endedOn,
  };
  checks.finish();
  return read;
}

/** The stored official as a form, for a change of some of its fields. */
export function changedForm(before: Official, change: Partial<NewOfficialDto>, kind: VillageKind): NewOfficialDto {
  const sent = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<NewOfficialDto>;
  // A usual name follows the post: a secretary who becomes head is no longer called secretary.
  const followed = sent.position !== undefined && sent.position !== before.position && before.positionName === usualPositionName(before.position, kind);
  return { ...before, ...(followed ? { positionName: undefined } : {}), ...sent };
}

/** The last day of a term as Postgres compares it; one that lasts has none. */
export const lastDay = (endedOn: PlainDate | null): string => endedOn ?? 'infinity';
