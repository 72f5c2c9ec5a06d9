import { invalidFields, type Tx } from '#platform';

/**
 * Step: a village may spell its name its own way, never take another: letters and the page behind their QR say it. What
 * it is called is the regency's to change, in the catalogue of regions.
 * @throws DomainError INVALID_INPUT (422) naming the field `name`
 */
export async function checkVillageName(tx: Tx, name: string): Promise<void> {
  const region = await tx.one<{ name: string }>('select r.name from units u join regions r on r.code = u.code where u.id = $1', [tx.actor.unitId]);
  if (region && sameVillageName(name, region.name)) return;
  throw invalidFields([{ field: 'name', code: 'NAME_NOT_OF_THIS_VILLAGE', message: 'Hanya ejaan nama yang dapat diubah di sini. Untuk mengganti nama, hubungi admin kabupaten.' }]);
}

/** Whether two names differ in spelling only: `Desa Sumber Pucung` is Sumberpucung, `Nur'aini` is Nuraini. */
export const sameVillageName = (one: string, other: string): boolean => folded(one) === folded(other);

const folded = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/^(desa|kelurahan)\s+/, '').replace(/[\s.\-\u2010-\u2015'`\u00b4\u02b9-\u02bc\u2018\u2019]/gu, '');
