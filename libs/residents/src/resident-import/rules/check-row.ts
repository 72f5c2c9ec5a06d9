import type { Cell } from '#imports';
import { ageOn, familyNumberWarnings, type Nik, nikWarnings, type PlainDate, type Sex } from '#values';
import { CITIZENSHIP } from '../../code-table/person-tables.js';
import { BASIC_STATUS } from '../../code-table/registration-tables.js';
import { type ImportIssue, RESIDENT_ISSUES } from './import-issue.js';
import { readAreaNumber, readPlace } from './read-area.js';
import { readCode, readCodeOr, readContraception, readExpectedCode, readMaritalStatus, readPregnancy, readRequiredCode } from './read-code.js';
import { readBirthDate, readDate } from './read-date.js';
import { readFamilyNumber, readNik, readParentNik } from './read-identity.js';
import { readName, readParentName } from './read-name.js';
import { readCoordinate, readEmail, readNumberText, readPhone, readText } from './read-text.js';
import { fieldLabel, RESIDENT_COLUMNS } from './resident-columns.js';
import type { ResidentRecord } from './resident-record.js';
import { type RowContext, RowInCheck } from './row-in-check.js';

export interface CheckedRow {
  /** Null when an issue is an error. */
  readonly record: ResidentRecord | null;
  readonly issues: readonly ImportIssue[];
  /** The NIK even of a row that is out for another reason: a damaged column is judged by all of its numbers. */
  readonly nik: string | null;
}

/** Longest texts kept; the certificate, hamlet and ethnicity bounds are those of the newer OpenSID. */
const LONGEST = { birthPlace: 100, address: 200, ethnicity: 50, certificate: 50, document: 50, number: 50, household: 30, word: 50, note: 500 } as const;

/**
 * One row of a resident list, judged by itself (rules, Identity and import). `cells` in the order of `RESIDENT_COLUMNS`.
 * Every column is read even when the row is already out, so that the clerk sees all its mistakes at once.
 */
export function checkRow(cells: readonly Cell[], context: RowContext): CheckedRow {
  const row = new RowInCheck(cells, context);
  refuseFormulas(row, cells);
  const nik = readNik(row);
  const familyNumber = readFamilyNumber(row);
  const name = readName(row);
  const sex = readRequiredCode(row, 'sex') as Sex | null;
  const birthDate = readBirthDate(row);
  const familyPosition = readRequiredCode(row, 'familyPosition');
  warnOfDoubts(row, { nik, familyNumber, birthDate, sex });
  const marriageCertificate = readNumberText(row, 'marriageCertificate', LONGEST.certificate);
  const divorceCertificate = readNumberText(row, 'divorceCertificate', LONGEST.certificate);
  const marital = readMaritalStatus(row, { marriage: marriageCertificate, divorce: divorceCertificate });
  const { address, hamlet } = readPlace(row);
  // One literal, not a spread: an object of fifty fields put together otherwise is slow to make and to read.
  const record = {
    nik, name, sex, birthDate, familyNumber, familyPosition,
    birthPlace: readBirthPlace(row),
    basicStatus: readCodeOr(row, 'basicStatus', BASIC_STATUS.living),
    religion: readExpectedCode(row, 'religion'),
    education: readCode(row, 'education'),
    educationInProgress: readCode(row, 'educationInProgress'),
    occupation: readCode(row, 'occupation'),
    maritalStatus: marital.code,
    maritalRecorded: marital.recorded,
    citizenship: readCodeOr(row, 'citizenship', CITIZENSHIP.indonesian),
    bloodType: readCode(row, 'bloodType'),
    disability: readCode(row, 'disability'),
    chronicIllness: readCode(row, 'chronicIllness'),
    contraception: readContraception(row, sex),
    pregnancy: readPregnancy(row, sex),
    identityCard: readCode(row, 'identityCard'),
    recordingStatus: readCode(row, 'recordingStatus'),
    insurance: readCode(row, 'insurance'),
    fatherNik: readParentNik(row, 'fatherNik'),
    fatherName: readParentName(row, 'fatherName'),
    motherNik: readParentNik(row, 'motherNik'),
    motherName: readParentName(row, 'motherName'),
    address,
    currentAddress: readText(row, 'currentAddress', LONGEST.address),
    hamlet,
    rw: readAreaNumber(row, 'rw'),
    rt: readAreaNumber(row, 'rt'),
    birthCertificate: readNumberText(row, 'birthCertificate', LONGEST.certificate),
    passportNumber: readNumberText(row, 'passportNumber', LONGEST.document),
    passportExpiresOn: readDate(row, 'passportExpiresOn', { past: false }),
    stayPermit: readNumberText(row, 'stayPermit', LONGEST.document),
    marriageCertificate,
    marriedOn: readDate(row, 'marriedOn', { past: true }),
    divorceCertificate,
    divorcedOn: readDate(row, 'divorcedOn', { past: true }),
    ethnicity: readText(row, 'ethnicity', LONGEST.ethnicity),
    cardTag: readNumberText(row, 'cardTag', 17, 10),
    insuranceNumber: readNumberText(row, 'insuranceNumber', LONGEST.number),
    latitude: readCoordinate(row, 'latitude'),
    longitude: readCoordinate(row, 'longitude'),
    householdNumber: readNumberText(row, 'householdNumber', LONGEST.household),
    phone: readPhone(row),
    email: readEmail(row),
    clan: readText(row, 'clan', LONGEST.word),
    customaryGroup: readText(row, 'customaryGroup', LONGEST.word),
    migrantWorker: readText(row, 'migrantWorker', LONGEST.word),
    insuranceStatus: readText(row, 'insuranceStatus', LONGEST.word),
    employmentInsurance: readNumberText(row, 'employmentInsurance', LONGEST.number),
    note: readText(row, 'note', LONGEST.note),
  };
  const { issues } = row;
  return { record: !row.rejected && isComplete(record) ? record : null, issues, nik };
}

/** Whether the fields a person cannot do without are there; null in one of them has rejected the row. */
function isComplete(record: { [Field in keyof ResidentRecord]: ResidentRecord[Field] | null }): record is ResidentRecord {
  return record.name !== null && record.sex !== null && record.birthDate !== null && record.familyPosition !== null;
}

/** A formula shows another value on another day or machine: one error for the row, naming its columns. */
function refuseFormulas(row: RowInCheck, cells: readonly Cell[]): void {
  if (!cells.some(({ kind }) => kind === 'formula')) return;
  const columns = RESIDENT_COLUMNS.filter((_, place) => cells[place]?.kind === 'formula');
  const first = columns[0];
  if (first) row.reject(first, 'FORMULA_CELL', `Sel berisi rumus: ${columns.map(fieldLabel).join(', ')}.`);
}

function readBirthPlace(row: RowInCheck): string | null {
  return readText(row, 'birthPlace', LONGEST.birthPlace) ?? row.warn('birthPlace', 'USUALLY_FILLED', 'Tempat lahir kosong.');
}

interface Identity {
  readonly nik: Nik | null;
  readonly familyNumber: ReturnType<typeof readFamilyNumber>;
  readonly birthDate: PlainDate | null;
  readonly sex: Sex | null;
}

/** What the numbers say against the other fields. Nobody is kept out for it: a NIK is never reissued (PP 40/2019). */
function warnOfDoubts(row: RowInCheck, { nik, familyNumber, birthDate, sex }: Identity): void {
  if (nik !== null) {
    for (const { code, message } of nikWarnings(nik, { birthDate, sex, on: row.context.today })) {
      if (RESIDENT_ISSUES.knows(code)) row.warn(code === 'AGE_OVER_120' ? 'birthDate' : 'nik', code, message);
    }
  }
  if (nik === null && birthDate !== null && ageOn(birthDate, row.context.today) > 120) row.warn('birthDate', 'AGE_OVER_120');
  if (familyNumber === null) return;
  for (const { code, message } of familyNumberWarnings(familyNumber)) if (RESIDENT_ISSUES.knows(code)) row.warn('familyNumber', code, message);
}
