import type { PlainDate } from '#values';

/**
 * One person as an import understood them: every column of the OpenSID layouts and their later additions. Codes are
 * those of `CODE_TABLES`; null means unknown, be it empty, `-`, not carried by the layout, or dropped with a warning.
 */
export interface ResidentRecord {
  /** Null: not issued yet, the person gets a temporary one. */
  readonly nik: string | null;
  readonly name: string;
  readonly sex: 1 | 2;
  readonly birthPlace: string | null;
  readonly birthDate: PlainDate;
  /** Null: not issued yet, this row gets a temporary family of its own. */
  readonly familyNumber: string | null;
  readonly familyPosition: number;
  readonly basicStatus: number;
  readonly religion: number | null;
  readonly education: number | null;
  readonly educationInProgress: number | null;
  readonly occupation: number | null;
  readonly maritalStatus: number | null;
  /** Whether the marriage or divorce is known to the registry; null when nobody says. */
  readonly maritalRecorded: boolean | null;
  readonly citizenship: number;
  readonly bloodType: number | null;
  readonly disability: number | null;
  readonly chronicIllness: number | null;
  readonly contraception: number | null;
  readonly pregnancy: number | null;
  readonly identityCard: number | null;
  readonly recordingStatus: number | null;
  readonly insurance: number | null;
  readonly fatherNik: string | null;
  readonly fatherName: string | null;
  readonly motherNik: string | null;
  readonly motherName: string | null;
  readonly address: string | null;
  readonly currentAddress: string | null;
  /** Upper case, without the word DUSUN. */
  readonly hamlet: string | null;
  /** Three digits. */
  readonly rw: string | null;
  readonly rt: string | null;
  readonly birthCertificate: string | null;
  readonly passportNumber: string | null;
  readonly passportExpiresOn: PlainDate | null;
  readonly stayPermit: string | null;
  readonly marriageCertificate: string | null;
  readonly marriedOn: PlainDate | null;
  readonly divorceCertificate: string | null;
  readonly divorcedOn: PlainDate | null;
  readonly ethnicity: string | null;
  readonly cardTag: string | null;
  readonly insuranceNumber: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly householdNumber: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly clan: string | null;
  readonly customaryGroup: string | null;
  readonly migrantWorker: string | null;
  readonly insuranceStatus: string | null;
  readonly employmentInsurance: string | null;
  readonly note: string | null;
}

export type ResidentField = keyof ResidentRecord;
