import type { ResidentField } from '../resident-import/rules/resident-record.js';

/** Fields that a resident's row does not hold: the family's number, and the names of the area. */
type Elsewhere = 'familyNumber' | 'hamlet' | 'rw' | 'rt';

/** A field of a resident's own row. */
export type RowField = Exclude<ResidentField, Elsewhere> | 'residentStatus';

/** Every field of a resident's row; its column is the same name in snake case. */
export const ROW_FIELDS: readonly RowField[] = [
  'nik', 'name', 'sex', 'birthPlace', 'birthDate', 'familyPosition', 'basicStatus', 'residentStatus', 'religion', 'education', 'educationInProgress', 'occupation',
  'maritalStatus', 'maritalRecorded', 'citizenship', 'bloodType', 'disability', 'chronicIllness', 'contraception', 'pregnancy', 'identityCard', 'recordingStatus',
  'insurance', 'fatherNik', 'fatherName', 'motherNik', 'motherName', 'address', 'currentAddress', 'birthCertificate', 'passportNumber', 'passportExpiresOn', 'stayPermit',
  'marriageCertificate', 'marriedOn', 'divorceCertificate', 'divorcedOn', 'ethnicity', 'cardTag', 'insuranceNumber', 'latitude', 'longitude', 'householdNumber',
  'phone', 'email', 'clan', 'customaryGroup', 'migrantWorker', 'insuranceStatus', 'employmentInsurance', 'note',
];

/** `birth_date` for `birthDate`. */
export const columnOf = (field: RowField): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `r.nik as "nik", r.birth_date as "birthDate", …`: a row as a record. */
export const RECORD_COLUMNS = ROW_FIELDS.map((field) => `r.${columnOf(field)} as "${field}"`).join(', ');

/** Specific personal data (UU 27/2022 Ps. 4): shown only to roles that may reveal. */
export const SPECIFIC_FIELDS: ReadonlySet<string> = new Set(['disability', 'chronicIllness', 'contraception', 'pregnancy']);

/** Numbers that identify a person: masked wherever a value is shown or traced. */
export const IDENTITY_FIELDS: ReadonlySet<string> = new Set(['nik', 'fatherNik', 'motherNik', 'familyNumber']);
