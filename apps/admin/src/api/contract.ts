/**
 * The shapes the API speaks. Everything in the admin imports its types from here, so that this file is the
 * only one to change when they come from the generated OpenAPI client.
 */

/** One page of a list; `next` is an opaque cursor, null on the last page. */
export interface Page<T> { items: T[]; next: string | null }

export interface FieldProblem { field: string; code: string; message: string }
export interface ProblemBody { type?: string; title?: string; status: number; detail?: string; code?: string; errors?: FieldProblem[] }

/* Session */
export interface Words { head: string; office: string; [word: string]: string }
export interface Unit { id: number; code: string; name: string; kind: 'regency' | 'desa' | 'kelurahan'; districtName: string | null; words: Words }
export interface Membership { id: string; role: string; roleName: string; unit: Pick<Unit, 'code' | 'name' | 'kind' | 'districtName'> }
export interface Me {
  id: string; name: string; username: string; role: string; roleName: string; mustChangePassword: boolean;
  permissions: string[]; unit: Unit; memberships: Membership[];
}
export interface Session { accessToken: string; expiresIn: number; actor: Me }

/* Villages */
export interface Regency { code: string; name: string; province: string; capital: string; counts: { districts: number; desa: number; kelurahan: number } }
export interface District { code: string; name: string; villages: number }
export interface VillageRow { code: string; name: string; kind: 'desa' | 'kelurahan'; districtCode: string; districtName: string }
export interface Village {
  code: string; name: string; kind: 'desa' | 'kelurahan'; districtName: string; regencyName: string;
  address: string | null; phone: string | null; email: string | null; postalCode: string | null; website: string | null;
  logo: { sha256: string } | null; letterhead: { lines: string[] }; words: Words; paper: 'F4' | 'A4'; actions: string[];
}
export type VillageChange = Partial<Pick<Village, 'address' | 'phone' | 'email' | 'postalCode' | 'website' | 'paper'>>;
export type AreaKind = 'hamlet' | 'rw' | 'rt';
export interface Area { id: string; kind: AreaKind; name: string; parentId: string | null; path: string }
export interface Official {
  id: string; name: string; position: string; positionName: string; rank: string | null; nip: string | null;
  acting: 'Plt.' | 'Plh.' | null; startedOn: string; endedOn: string | null; userId: string | null; maySign: boolean; actions: string[];
}
export type SettingValue = string | number | boolean | null | { amount: number; unit: 'day' | 'month' };
export interface Setting { key: string; label: string; value: SettingValue; source: 'village' | 'regency' | 'default'; effectiveFrom: string | null; upcoming?: { value: SettingValue; effectiveFrom: string } | null }
export interface Role { slug: string; name: string; permissions: string[]; reach: 'area' | 'village' | 'district' | 'regency'; grantable?: boolean }
export interface User {
  id: string; name: string; username: string; role: string; roleName: string; unit: Pick<Unit, 'code' | 'name' | 'kind'> | null; memberships?: Membership[];
  active: boolean; lastLoginAt: string | null; mustChangePassword: boolean; actions: string[];
}
export interface NewUser extends User { temporaryPassword: string }

/* Residents */
export type Sex = 'L' | 'P';
export type ResidentStatus = 'alive' | 'dead' | 'moved' | 'missing' | 'away' | 'invalid';
export interface ResidentRow {
  id: string; name: string; nikMasked: string; temporaryNik: boolean; sex: Sex; birthDate: string; age: number;
  hamlet: string | null; rw: string | null; rt: string | null; familyId: string | null; familyPosition: string; status: ResidentStatus;
}
export interface FamilyMember { id: string; name: string; familyPosition: string; age: number; sex: Sex; status: ResidentStatus; temporaryNik: boolean }
export interface ResidentEvent {
  id: string; type: string; typeName: string; happenedOn: string | null; reportedOn: string; recordedBy: string;
  note: string | null; diff?: Record<string, [string | null, string | null]> | null;
}
export interface Resident extends ResidentRow {
  /** Sent with a correction, so that a record changed meanwhile is not overwritten. */
  version?: number;
  familyNumberMasked: string | null; birthPlace: string | null; religion: string | null; education: string | null; occupation: string | null;
  maritalStatus: string | null; maritalRecorded: boolean | null; citizenship: string | null; bloodType: string | null;
  fatherName: string | null; motherName: string | null; address: string | null; currentAddress: string | null; disability: string | null; phone: string | null;
  codes: Record<string, number | null>;
  family: { id: string; numberMasked: string; members: FamilyMember[] } | null;
  events: ResidentEvent[]; actions: string[];
}
export interface Revealed { nik: string; familyNumber: string | null; fatherNik?: string | null; motherNik?: string | null }
export interface FamilyRow {
  id: string; numberMasked: string; temporaryNumber: boolean; headName: string | null; members: number;
  hamlet: string | null; rw: string | null; rt: string | null; address: string | null;
}
export interface Family extends Omit<FamilyRow, 'members'> { members: ResidentRow[] }
export interface ResidentProblem { kind: string; label: string; detail: string; count: number }

/* Tasks and imports */
export interface TaskProgress { done: number; total: number | null; note?: string | null }
export type TaskStatus = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
export interface Task {
  id: string; kind: string; label?: string; status: TaskStatus; progress: TaskProgress | null; startedAt: string | null; finishedAt: string | null;
  result: Record<string, unknown> | null; failure: { code: string; message: string } | null; subject: { type: string; id: string } | null; actions?: string[];
}
export type ImportState = 'checking' | 'checked' | 'applying' | 'applied' | 'reversing' | 'reversed' | 'failed' | 'cancelled';
export interface ImportCounts { total: number; accepted: number; warned: number; rejected: number; unchanged: number; changed: number; families: number }
export interface ImportLayout { name: string; sheets: { name: string; rows: number; recognised: boolean }[]; columns: number; known: number; unknown: string[] }
export interface ImportRun {
  id: string; state: ImportState; fileName: string; fileSize: number; sha256: string; layout: ImportLayout | null; counts: ImportCounts | null;
  durationMs: number | null; failure: { code: string; message: string } | null; mode: 'all' | 'good' | null; existing: 'skip' | 'update' | null;
  task: { id: string; status: TaskStatus; progress: TaskProgress | null } | null;
  uploadedAt: string; uploadedBy: string; appliedAt: string | null; actions: string[];
}
export type Severity = 'error' | 'warning';
export interface ImportIssue {
  row: number; sheet: string; severity: Severity; field: string | null; fieldLabel: string | null; code: string; message: string;
  advice: string | null; value: string | null; name: string | null;
}
export interface IssueGroup { severity: Severity; code: string; label: string; count: number }

/* Letters */
export type LetterStatus = 'requested' | 'verified' | 'returned' | 'rejected' | 'approved' | 'issued' | 'failed' | 'voided' | 'replaced';
export type LetterFieldType = 'text' | 'textarea' | 'number' | 'money' | 'year-month' | 'date' | 'select' | 'dependants';
export interface LetterField {
  name: string; label: string; type: LetterFieldType; required: boolean; help?: string | null; default?: 'address' | null;
  options?: { value: string; label: string }[] | null; max?: number | null;
}
export interface LetterType {
  code: string; title: string; purpose: string; classification: string; validity: { amount: number; unit: string } | null;
  signatories: string[]; outsiderAllowed: boolean; fields: LetterField[]; requirements: string[];
}
export interface Outsider {
  name: string; nik: string; birthPlace: string; birthDate: string; sex: Sex; religion: string; maritalStatus: string;
  occupation: string; citizenship: string; address: string;
}
/** A dependant as it is printed in the letter's table. */
export interface Dependant { nik: string; name: string; sex: Sex; birth: string; relation: string }
export type LetterValue = string | Dependant[] | null;
export type LetterData = Record<string, LetterValue>;
export interface Signatory { officialId: string; capacity: 'head' | 'on-behalf' }
export interface LetterDraft { type: string; residentId?: string; outsider?: Outsider; data: LetterData; signatory: Signatory; note?: string }
export interface LetterRow {
  id: string; type: string; typeTitle: string; number: string | null; status: LetterStatus; applicantName: string; requestedAt: string;
  requestedBy: string; dueAt: string | null; approvedOn: string | null; updatedAt: string; actions: string[];
}
export interface LetterStep { step: string; at: string; by: string; note: string | null }
export interface Letter extends LetterRow {
  residentId: string | null; applicant: { name: string; nikMasked: string | null } & Record<string, unknown>; data: LetterData;
  signatory: Signatory & { name: string; positionText: string }; validUntil: string | null; history: LetterStep[];
  document: { sha256: string; size: number; pages: number } | null; failure: { code: string; message: string; field?: string | null } | null;
  replaces: string | null; replacedBy: string | null; voidReason: string | null; verificationUrl: string | null; note?: string | null;
}
export type LetterCounts = Partial<Record<LetterStatus, number>>;
export interface SearchResult { residents: ResidentRow[]; letters: LetterRow[] }
export interface Home {
  greetingName: string; queue: LetterRow[]; problems: ResidentProblem[];
  today: { lettersIssued: number; lettersRequested: number; eventsRecorded: number; medianMinutes: number | null }; tasks: Task[];
}

/* Audit */
export interface AuditEntry {
  id: string; at: string; userId: string | null; userName?: string | null; role: string | null; action: string; subjectType: string; subjectId: string | null;
  reason: string | null; detail: Record<string, unknown> | null;
}
export interface AuditVerification { intact: boolean; sealed: number; unsealed: number; head: string; broken: { position: number; reason: string } | null }
