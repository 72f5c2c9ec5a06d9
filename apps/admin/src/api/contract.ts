import type { components } from './schema.js';

/**
 * The shapes of the API by the names the screens use. They come from the API's own description
 * (docs/openapi.json, written into schema.ts by `npm run client`); nothing here is described a second time.
 */
type Schemas = components['schemas'];

/** One page of a list; `next` is an opaque cursor, null on the last page. */
export interface Page<T> { items: T[]; next: string | null }

/** The answer of every refusal, application/problem+json (RFC 9457). */
export interface FieldProblem { field: string; code: string; message: string }
export interface ProblemBody { type?: string; title?: string; status: number; detail?: string; code?: string; errors?: FieldProblem[] }

/* Session */
export type Unit = Schemas['MeUnitDto'];
export type Membership = Schemas['MembershipDto'];
export type Me = Schemas['MeDto'];
export type Session = Schemas['SessionDto'];

/* Villages */
export type Regency = Schemas['RegencyDto'];
export type District = Schemas['DistrictDto'];
export type VillageRow = Schemas['VillageRowDto'];
export type Village = Schemas['VillageDto'];
export type VillageChange = Schemas['VillageChangeDto'];
export type Area = Schemas['AreaDto'];
export type AreaKind = Area['kind'];
export type Official = Schemas['OfficialDto'];
export type Setting = Schemas['SettingDto'];
export type SettingValue = Setting['value'];
export type Holiday = Schemas['HolidayDto'];
export type Role = Schemas['RoleDto'];
export type User = Schemas['UserDto'];
export type UserName = Schemas['UserNameDto'];
export type NewUser = Schemas['NewUserAnswerDto'];

/* Reports */
export type TaxReport = Schemas['TaxReportDto'];
export type TaxFigures = Schemas['TaxFiguresDto'];
export type RankedTaxPlace = Schemas['RankedTaxPlaceDto'];
export type CashReport = Schemas['UndepositedCashDto'];
export type CashPlace = Schemas['CashPlaceDto'];
export type Overview = Schemas['OverviewDto'];
export type OverviewPlace = Schemas['OverviewPlaceDto'];
export type LetterReport = Schemas['LetterReportDto'];
export type PopulationReport = Schemas['PopulationReportDto'];

/* Residents */
export type ResidentRow = Schemas['ResidentRowDto'];
export type Sex = ResidentRow['sex'];
export type ResidentStatus = ResidentRow['status'];
export type FamilyMember = Schemas['FamilyMemberDto'];
export type ResidentEvent = Schemas['PopulationEventDto'];
export type Resident = Schemas['ResidentDto'];
export type Revealed = Schemas['RevealedDto'];
export type FamilyRow = Schemas['FamilyRowDto'];
export type Family = Schemas['FamilyDto'];
/** The home page counts the same kinds. */
export type ResidentProblem = Schemas['ResidentProblemDto'] | Schemas['HomeProblemDto'];

/* Tasks and imports */
export type Task = Schemas['TaskDto'];
export type TaskProgress = Schemas['TaskProgressDto'];
export type TaskStatus = Task['status'];
export type ImportRun = Schemas['ImportRunDto'];
export type ImportState = ImportRun['state'];
export type ImportIssue = Schemas['ImportIssueDto'];
export type Severity = ImportIssue['severity'];
export type IssueGroup = Schemas['IssueGroupDto'];

/* Land tax */
export type TaxListPart = Schemas['AssessmentPartDto'];
export type TaxRuleSet = Schemas['TaxRuleSetDto'];
export type NewTaxRuleSet = Schemas['NewTaxRuleSetDto'];
export type Bill = Schemas['BillDto'];
export type BillDetail = Schemas['BillDetailDto'];
export type BillStatus = Bill['status'];
export type TaxObject = Schemas['TaxObjectDetailDto'];
export type ImportMapping = Schemas['ImportMappingDto'];
export type TrialBalance = Schemas['TrialBalanceDto'];
export type Dispute = Schemas['DisputeDto'];
export type DisputeDetail = Schemas['DisputeDetailDto'];
export type Collector = Schemas['CollectorDto'];
export type Quotation = Schemas['QuotationAnswerDto'];
export type NewPayment = Schemas['NewPaymentDto'];
export type Payment = Schemas['PaymentDto'];
export type PaymentDetail = Schemas['PaymentDetailDto'];
export type PaymentState = Payment['state'];
export type NewDeposit = Schemas['NewDepositDto'];
export type Deposit = Schemas['DepositDto'];
export type DepositDetail = Schemas['DepositDetailDto'];
export type DepositState = Deposit['state'];

/* Bank */
export type BankAccount = Schemas['BankAccountDto'];
export type StatementRun = Schemas['StatementRunDto'];
export type StatementLine = Schemas['StatementLineDto'];
export type StatementLineDetail = Schemas['StatementLineDetailDto'];
export type NamedDeposit = Schemas['NamedDepositDto'];
export type Candidate = Schemas['CandidateDto'];
export type Claim = Schemas['ClaimDto'];
export type ExpectedReceipt = Schemas['ExpectedReceiptDto'];
export type UnpaidHamlet = Schemas['UnpaidHamletDto'];
export type Standing = Schemas['ReconciliationStandingDto'];
export type BankDay = Schemas['ReconciliationDayDto'];

/* Letters */
export type LetterField = Schemas['LetterFieldDto'];
export type LetterType = Schemas['LetterTypeDto'];
export type Outsider = Schemas['OutsiderDto'];
export type LetterRow = Schemas['LetterRowDto'];
export type LetterStatus = LetterRow['status'];
export type LetterCounts = Schemas['LetterCountsDto'];
export type SearchResult = Schemas['SearchResultDto'];
export type Home = Schemas['HomeDto'];
export type ApplicantPaper = Schemas['ApplicantPaperDto'];
/** A dependant as it is printed in the letter's table; `residentId` when the row came from the register. */
export interface Dependant { residentId?: string; nik: string; name: string; sex: Sex; birth: string; relation: string }
/** As it is sent: only named, and the server writes out the rest; or written out, where the register knows nothing. */
export type DependantRow = { residentId: string } | Dependant;
/** Which fields there are is data of the letter type: texts, and dependants as a list. */
export type LetterData = Record<string, string | DependantRow[] | null>;
export type Letter = Omit<Schemas['LetterDto'], 'data'> & { data: Record<string, string | Dependant[] | null> };
export type LetterDraft = Omit<Schemas['NewLetterDto'], 'data'> & { data: LetterData };

/* Audit */
export type AuditEntry = Schemas['AuditEntryDto'];
export type AuditVerification = Schemas['AuditVerificationDto'];
