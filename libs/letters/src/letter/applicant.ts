import { notFound, type Tx } from '#platform';
import { BASIC_STATUS, CODE_TABLES, displayLabel, loadResident, type RegisteredResident } from '#residents';
import { formatLong } from '#values';
import type { VillageProfile } from '#villages';
import { applicantNotLiving } from '../letters.errors.js';
import { nameInCapitals } from './name-in-capitals.js';
import type { Outsider } from './outsider.js';

/** Whom a letter is about, with the texts its template prints. */
export interface Applicant {
  readonly name: string;
  /** Null while only a temporary one exists. */
  readonly nik: string | null;
  /** Where he lives by the register; null for an outsider, and where no address is recorded. */
  readonly home: Home | null;
  readonly printed: Readonly<Record<string, string | boolean>>;
}

export interface Home {
  /** As recorded: `JL MAWAR NO. 3`. */
  readonly recorded: string;
  /** As letters print it inside the village: `Jl Mawar No. 3, RT 005 RW 002, Dusun Krajan`. */
  readonly printed: string;
}

export interface ApplicantSource {
  readonly residentId: string | null;
  readonly outsider: Outsider | null;
}

/**
 * The applicant as the register has him now, or the outsider as typed.
 * @throws DomainError 404; 422 APPLICANT_NOT_LIVING
 */
export async function applicantOf(tx: Tx, source: ApplicantSource, office: VillageProfile): Promise<Applicant> {
  if (source.outsider) return outsiderApplicant(source.outsider);
  return residentApplicant(await livingResident(tx, source.residentId ?? ''), office);
}

/** @throws DomainError 404 outside the actor's village or area; 422 when dead or moved away */
export async function livingResident(tx: Tx, id: string): Promise<RegisteredResident> {
  const resident = await loadResident(tx, id);
  if (!resident) throw notFound();
  if (resident.basicStatus !== BASIC_STATUS.living) throw applicantNotLiving();
  return resident;
}

/** An unknown value of the register is printed as '-'. */
function residentApplicant(resident: RegisteredResident, office: VillageProfile): Applicant {
  const label = (table: keyof typeof CODE_TABLES, code: number | null): string => displayLabel(CODE_TABLES[table], code) ?? '-';
  return {
    name: resident.name,
    nik: resident.temporaryNik ? null : resident.nik,
    home: resident.address ? { recorded: resident.address, printed: inVillage(resident, office) } : null,
    printed: {
      nameUpper: nameInCapitals(resident.name),
      nik: resident.temporaryNik ? 'dalam proses' : resident.nik,
      birth: `${resident.birthPlace ? capitalised(resident.birthPlace) : '-'}, ${formatLong(resident.birthDate)}`,
      sex: label('sex', resident.sex),
      religion: label('religion', resident.religion),
      maritalStatus: label('maritalStatus', resident.maritalStatus),
      occupation: label('occupation', resident.occupation),
      citizenship: label('citizenship', resident.citizenship),
      address: homeAddress(resident, office),
      isResident: true,
      isOutsider: false,
    },
  };
}

function outsiderApplicant(outsider: Outsider): Applicant {
  const { name, nik, birthPlace, birthDate, sex, religion, maritalStatus, occupation, citizenship, address } = outsider;
  return {
    name,
    nik,
    home: null,
    printed: {
      nameUpper: nameInCapitals(name), nik, birth: `${birthPlace}, ${formatLong(birthDate)}`, sex: sex === 'L' ? 'Laki-laki' : 'Perempuan',
      religion, maritalStatus, occupation, citizenship, address, isResident: false, isOutsider: true,
    },
  };
}

/** `Jl Mawar 3, RT 005 RW 002, Dusun Krajan, Desa Pujon Kidul, Kecamatan Pujon, Kabupaten Malang` */
function homeAddress(resident: RegisteredResident, office: VillageProfile): string {
  return [
    inVillage(resident, office),
    `${office.words.office} ${office.name}`,
    `Kecamatan ${office.districtName}`,
    `Kabupaten ${office.regencyName}`,
  ].filter(Boolean).join(', ');
}

/** `Jl Mawar 3, RT 005 RW 002, Dusun Krajan`; empty when nothing of it is known. */
function inVillage(resident: RegisteredResident, office: VillageProfile): string {
  const neighbourhood = [resident.rt && `RT ${resident.rt}`, resident.rw && `RW ${resident.rw}`].filter(Boolean).join(' ');
  return [
    resident.address && capitalised(resident.address),
    neighbourhood,
    resident.hamlet && `${office.words.hamlet} ${capitalised(resident.hamlet)}`,
  ].filter(Boolean).join(', ');
}

/** Registers write capitals throughout; on a letter `JL MAWAR III` reads `Jl Mawar III`. Mixed case is left as it is. */
export function capitalised(text: string): string {
  if (text !== text.toUpperCase()) return text;
  return text.replace(/\p{L}[\p{L}']*/gu, (word) => (/^(?:[IVX]+|RT|RW)$/.test(word) ? word : word.charAt(0) + word.slice(1).toLowerCase()));
}
