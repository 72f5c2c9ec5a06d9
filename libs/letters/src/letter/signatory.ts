import { type Actor, invalidFields, notFound, type Tx } from '#platform';
import type { PlainDate } from '#values';
import { type Official, officialById, type Words } from '#villages';
import type { LetterType } from '../letter-type/letter-type.js';
import { signatoryNotInOffice } from '../letters.errors.js';

/** The head (also an acting one), or another official on the head's behalf (a.n.). */
export type Capacity = 'head' | 'on-behalf';

export interface SignatoryInput {
  readonly officialId: string;
  readonly capacity: Capacity;
}

/**
 * The official who is to sign, if he may on that day and in that capacity.
 * @throws DomainError 404 for an official of another village; 422 naming the field
 */
export async function chosenSignatory(tx: Tx, type: LetterType, { officialId, capacity }: SignatoryInput, on: PlainDate): Promise<Official> {
  const official = await officialById(tx, officialId);
  if (!official) throw notFound();
  if (!inOffice(official, on)) throw signatoryNotInOffice();
  const refuse = (message: string) => invalidFields([{ field: 'signatory.capacity', code: 'SIGNATORY_CAPACITY', message }]);
  if ((official.position === 'head') !== (capacity === 'head')) throw refuse(capacity === 'head' ? 'Pejabat ini menandatangani atas nama (a.n.).' : 'Kepala menandatangani sendiri, bukan atas nama.');
  if (capacity === 'on-behalf' && !type.signatories.includes('delegate')) throw refuse('Jenis surat ini harus ditandatangani kepala sendiri.');
  return official;
}

export const inOffice = (official: Official, on: PlainDate): boolean => official.maySign && official.startedOn <= on && (official.endedOn === null || official.endedOn >= on);

/**
 * Whether the actor may approve for this official. Approval stands on paper as the official's own act, so an official
 * with a login approves himself; for one without, the head does, and the secretary what is signed on the head's behalf.
 * What the head signs himself, an acting one too, needs the role as well: the village's own office writes the link
 * between official and login, but only the regency gives the role of head.
 */
export function mayApprove(actor: Pick<Actor, 'userId' | 'role' | 'permissions'>, signatory: { readonly userId: string | null; readonly capacity: Capacity }): boolean {
  if (!actor.permissions.has('letter.approve')) return false;
  if (signatory.capacity === 'head' && actor.role !== 'village-head') return false;
  if (signatory.userId !== null) return signatory.userId === actor.userId;
  return actor.role === 'village-head' || actor.role === 'village-secretary';
}

/** `Kepala Desa`, `Plt. Lurah`, `a.n. Kepala Desa, Sekretaris Desa`. */
export function positionText(words: Words, official: Pick<Official, 'acting' | 'positionName'>, capacity: Capacity): string {
  const acting = official.acting ? `${official.acting} ` : '';
  return capacity === 'head' ? `${acting}${words.head}` : `a.n. ${words.head}, ${acting}${official.positionName}`;
}
