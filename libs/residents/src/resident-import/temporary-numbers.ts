import { DomainError, type Tx } from '#platform';
import { LAST_TEMPORARY_SEQUENCE } from '#values';
import { BASIC_STATUS } from '../code-table/registration-tables.js';
import type { Staged } from './staged-rows.js';

/** Where the village's temporary numbers go on: those of this list follow the highest in use. */
export interface TemporaryNumbers {
  /** `0` and the village's ten digits. */
  readonly prefix: string;
  readonly lastPerson: number;
  readonly lastFamily: number;
}

/**
 * Step. Numbers the list itself carries count as used. The register's highest are read off the ends of its indexes, of
 * which there is one for the living and one for all others. @throws DomainError when 99,999 are used up
 */
export async function nextTemporaryNumbers(tx: Tx, { prefix, people, families, lastNik, lastFamilyNumber }: Staged): Promise<TemporaryNumbers> {
  const own = (number: string): string => `${number} between $2 || '00000' and $2 || '99999'`;
  const used = await tx.one<{ person: string | null; family: string | null }>(
    `select greatest((select max(nik) from residents where village_id = $1 and basic_status = ${BASIC_STATUS.living} and ${own('nik')}),
                     (select max(nik) from residents where village_id = $1 and basic_status <> ${BASIC_STATUS.living} and ${own('nik')}), $3) as person,
            greatest((select max(number) from families where village_id = $1 and ${own('number')}), $4) as family`,
    [tx.actor.unitId, prefix, lastNik, lastFamilyNumber],
  );
  const lastPerson = Number(used?.person?.slice(-5) ?? 0);
  const lastFamily = Number(used?.family?.slice(-5) ?? 0);
  if (lastPerson + people > LAST_TEMPORARY_SEQUENCE || lastFamily + families > LAST_TEMPORARY_SEQUENCE) {
    throw new DomainError('TEMPORARY_NUMBERS_USED_UP', 409, 'Nomor sementara desa ini sudah habis (99.999). Isi NIK dan nomor KK yang sudah terbit, lalu unggah lagi.');
  }
  return { prefix, lastPerson, lastFamily };
}
