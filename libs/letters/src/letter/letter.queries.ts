import { type Actor, type Database, notFound } from '#platform';
import { reachOf } from '#residents';
import { maskNik, type PlainDate, type VillageKind } from '#values';
import { words } from '#villages';
import type { LetterData } from './letter-data.js';
import { requesterReach } from './letter-reach.js';
import { letterRow, ROW_COLUMNS, ROW_JOIN, ROW_JOINED, type RowColumns } from './letter-row.js';
import type { LetterSnapshot } from './letter-snapshot.js';
import type { LetterDto, LetterSignatoryDto } from './letter.dto.js';
import { positionText } from './signatory.js';

interface DetailColumns extends RowColumns {
  official_id: string;
  resident_id: string | null;
  data: LetterData;
  note: string | null;
  valid_until: PlainDate | null;
  document_sha256: string | null;
  document_size: bigint | null;
  document_pages: number | null;
  failure_code: string | null;
  failure_message: string | null;
  failure_field: string | null;
  replaces_id: string | null;
  replaced_by: string | null;
  void_reason: string | null;
  frozen_applicant: LetterSnapshot['applicant'] | null;
  frozen_signatory: LetterSnapshot['signatory'] | null;
  url: string | null;
  nik: string | null;
  temporary_nik: boolean | null;
  official_name: string;
  position_name: string;
  acting: 'Plt.' | 'Plh.' | null;
  village_kind: VillageKind;
}

interface ReplacementColumns {
  id: string;
  status: string;
  requested_by_name: string;
  requested_at: Date;
}

interface StepColumns {
  step: string;
  at: Date;
  user_name: string;
  note: string | null;
}

/** Before approval applicant and signatory are read as they are now; afterwards as they were frozen. */
const detailText = (own: boolean): string => `
  select ${ROW_COLUMNS}, ${ROW_JOINED}, l.resident_id, l.data, l.note, l.valid_until, l.document_sha256, l.document_size, l.document_pages,
         l.failure_code, l.failure_message, l.failure_field, l.replaces_id, l.replaced_by, l.void_reason,
         l.snapshot->'applicant' as frozen_applicant, l.snapshot->'signatory' as frozen_signatory, l.snapshot->'document'->>'verificationUrl' as url,
         coalesce(r.nik, l.outsider->>'nik') as nik, r.temporary_nik, o.name as official_name, o.position_name, o.acting, u.kind as village_kind
    from letters l ${ROW_JOIN} join units u on u.id = $1 left join residents r on r.village_id = $1 and r.id = l.resident_id
   where l.village_id = $1 and l.id = $2 ${own ? 'and l.requested_by = $3' : ''}`;

/** One letter with its history, read with one wait. @throws DomainError 404, also for a letter of others outside the actor's reach */
export async function letterDetail(database: Database, actor: Actor, id: string): Promise<LetterDto> {
  const own = requesterReach(actor);
  const [letters, steps, replacements] = await database.readVillageAll<[DetailColumns, StepColumns, ReplacementColumns]>(actor, [
    { name: own ? 'letter-own' : 'letter', text: detailText(own !== null), values: own ? [actor.unitId, id, own] : [actor.unitId, id] },
    { name: 'letter-steps', text: 'select step, at, user_name, note from letter_steps where village_id = $1 and letter_id = $2 order by at, id limit 200', values: [actor.unitId, id] },
    {
      name: own ? 'letter-replacement-own' : 'letter-replacement',
      text: `select id, status, requested_by_name, requested_at from letters
              where village_id = $1 and replaces_id = $2 and status not in ('rejected', 'voided') ${own ? 'and requested_by = $3' : ''} limit 1`,
      values: own ? [actor.unitId, id, own] : [actor.unitId, id],
    },
  ]);
  const letter = letters[0];
  if (!letter) throw notFound();
  return detailDto(letter, steps, replacements[0], actor);
}

function detailDto(letter: DetailColumns, steps: StepColumns[], replacement: ReplacementColumns | undefined, actor: Actor): LetterDto {
  const { frozen_applicant: frozen, document_sha256: sha256 } = letter;
  const nik = frozen ? frozen.nik : letter.temporary_nik ? null : letter.nik;
  return {
    ...letterRow(letter, actor),
    residentId: letter.resident_id,
    applicant: { name: letter.applicant_name, nikMasked: nik === null ? null : maskNik(nik) },
    data: shownData(letter.data, actor),
    note: letter.note,
    signatory: signatoryOf(letter),
    validUntil: letter.valid_until,
    history: steps.map(({ step, at, user_name, note }) => ({ step, at: at.toISOString(), by: user_name || 'sistem', note })),
    document: sha256 === null ? null : { sha256, size: Number(letter.document_size), pages: letter.document_pages ?? 0 },
    failure: letter.failure_code === null ? null : { code: letter.failure_code, message: letter.failure_message ?? '', field: letter.failure_field },
    replaces: letter.replaces_id,
    replacedBy: letter.replaced_by,
    replacement: replacement && letter.has_replacement ? { id: replacement.id, status: replacement.status, requestedBy: replacement.requested_by_name || 'sistem', requestedAt: replacement.requested_at.toISOString() } : null,
    voidReason: letter.void_reason,
    verificationUrl: sha256 === null ? null : letter.url,
  };
}

function signatoryOf(letter: DetailColumns): LetterSignatoryDto {
  if (letter.frozen_signatory) return letter.frozen_signatory;
  const official = { acting: letter.acting, positionName: letter.position_name };
  return { officialId: letter.official_id, name: letter.official_name, positionText: positionText(words(letter.village_kind), official, letter.capacity), capacity: letter.capacity };
}

/** Whoever sees only his own area sees no full NIK of those the register was asked for; the row's id leads back to it. */
function shownData(data: LetterData, actor: Actor): Record<string, unknown> {
  if (reachOf(actor) === null) return data;
  return Object.fromEntries(Object.entries(data).map(([field, value]) => [field, typeof value === 'string' ? value : value.map((row) => (row.residentId ? { ...row, nik: maskNik(row.nik) } : row))]));
}
