import { notFound, type Tx } from '#platform';
import { BASIC_STATUS, CITIZENSHIP, CODE_TABLES, displayLabel, loadResident, maritalLabel, type RegisteredResident } from '#residents';
import { formatLong, maskFamilyNumber, maskNik } from '#values';
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
  /** Particulars the register does not know, in the clerk's words; they are printed as '-'. */
  readonly unknown: readonly string[];
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
  const unknown: string[] = [];
  const known = (what: string, text: string | null): string => {
    if (text === null) unknown.push(what);
    return text ?? '-';
  };
  const label = (table: keyof typeof CODE_TABLES, code: number | null): string | null => displayLabel(CODE_TABLES[table], code);
  const marital = resident.maritalStatus === null ? null : maritalLabel({ code: resident.maritalStatus, recorded: resident.maritalRecorded });
  const occupation = label('occupation', resident.occupation);
  return {
    unknown,
    name: resident.name,
    nik: resident.temporaryNik ? null : resident.nik,
    home: resident.address ? { recorded: resident.address, printed: inVillage(resident, office) } : null,
    printed: {
      nameUpper: nameInCapitals(resident.name),
      nik: resident.temporaryNik ? 'dalam proses' : resident.nik,
      familyNumber: resident.temporaryFamilyNumber ? 'dalam proses' : resident.familyNumber,
      birth: `${known('Tempat lahir', resident.birthPlace ? capitalised(resident.birthPlace) : null)}, ${formatLong(resident.birthDate)}`,
      sex: known('Jenis kelamin', label('sex', resident.sex)),
      religion: known('Agama', label('religion', resident.religion)),
      maritalStatus: known('Status perkawinan', marital && inTitleCase(marital)),
      occupation: known('Pekerjaan', occupation && inTitleCase(occupation)),
      citizenship: known('Kewarganegaraan', resident.citizenship === CITIZENSHIP.indonesian ? INDONESIAN : label('citizenship', resident.citizenship)),
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
    unknown: [],
    printed: {
      nameUpper: nameInCapitals(name), nik, birth: `${birthPlace}, ${formatLong(birthDate)}`, sex: sex === 'L' ? 'Laki-laki' : 'Perempuan',
      religion, maritalStatus, occupation, citizenship: /^\s*WNI\s*$/i.test(citizenship) ? INDONESIAN : citizenship, address, isResident: false, isOutsider: true,
    },
  };
}

/** The same without whole numbers, for whoever may not see them. */
export function withMaskedNumbers({ printed, nik, ...applicant }: Applicant): Applicant {
  const { familyNumber } = printed;
  return {
    ...applicant,
    nik: nik && maskNik(nik),
    printed: { ...printed, ...(nik ? { nik: maskNik(nik) } : {}), ...(typeof familyNumber === 'string' && /\d/.test(familyNumber) ? { familyNumber: maskFamilyNumber(familyNumber) } : {}) },
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

/** The identity card says WNI; a letter, which may be read abroad, names the country. */
const INDONESIAN = 'Indonesia';

/** As the family card writes them: `Kawin Belum Tercatat`, `Buruh Tani/Perkebunan`. */
const inTitleCase = (text: string): string => text.replace(/(?:^|[\s/(])\p{Ll}/gu, (start) => start.toUpperCase());

/** Registers write capitals throughout; on a letter `JL MAWAR III` reads `Jl Mawar III`. Mixed case is left as it is. */
export function capitalised(text: string): string {
  if (text !== text.toUpperCase()) return text;
  return text.replace(/\p{L}[\p{L}']*/gu, (word) => (/^(?:[IVX]+|RT|RW)$/.test(word) ? word : word.charAt(0) + word.slice(1).toLowerCase()));
}
