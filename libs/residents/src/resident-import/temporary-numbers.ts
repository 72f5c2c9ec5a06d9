import { DomainError, type Tx } from '#platform';
import { LAST_TEMPORARY_SEQUENCE, makeTemporaryFamilyNumber } from '#values';

/** Where the village's temporary numbers go on: those of this list follow the highest in use. */
export interface TemporaryNumbers {
  /** `0` and the village's ten digits. */
  readonly prefix: string;
  readonly lastPerson: number;
  readonly lastFamily: number;
}

/** Step. Numbers the list itself carries, for instance from our own export, count as used. @throws DomainError when 99,999 are used up */
export async function nextTemporaryNumbers(tx: Tx, runId: string): Promise<TemporaryNumbers> {
  const unit = await tx.one<{ code: string }>('select code from units where id = $1', [tx.actor.unitId]);
  const prefix = makeTemporaryFamilyNumber(unit?.code ?? '', 1).slice(0, -5);
  const used = await tx.one<{ person: string | null; family: string | null; people: bigint; families: bigint }>(
    `select greatest((select max(nik) from residents where village_id = $1 and temporary_nik and nik like $3 || '%'),
                     (select max(nik) from resident_import_rows where village_id = $1 and run_id = $2 and outcome = 'new' and nik like $3 || '%')) as person,
            greatest((select max(number) from families where village_id = $1 and temporary and number like $3 || '%'),
                     (select max(family_number) from resident_import_rows where village_id = $1 and run_id = $2 and outcome = 'new' and family_number like $3 || '%')) as family,
            (select count(*) from resident_import_rows where village_id = $1 and run_id = $2 and outcome = 'new' and nik is null) as people,
            (select count(*) from resident_import_rows where village_id = $1 and run_id = $2 and outcome = 'new' and family_number is null) as families`,
    [tx.actor.unitId, runId, prefix],
  );
  const lastPerson = Number(used?.person?.slice(-5) ?? 0);
  const lastFamily = Number(used?.family?.slice(-5) ?? 0);
  if (lastPerson + Number(used?.people) > LAST_TEMPORARY_SEQUENCE || lastFamily + Number(used?.families) > LAST_TEMPORARY_SEQUENCE) {
    throw new DomainError('TEMPORARY_NUMBERS_USED_UP', 409, 'Nomor sementara desa ini sudah habis (99.999). Isi NIK dan nomor KK yang sudah terbit, lalu unggah lagi.');
  }
  return { prefix, lastPerson, lastFamily };
}
