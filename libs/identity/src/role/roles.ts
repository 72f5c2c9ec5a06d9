/** What a role may see: its own part of a village, a village, the villages of a district, or all of them. */
export type Reach = 'area' | 'village' | 'district' | 'regency';

export type UnitKind = 'regency' | 'desa' | 'kelurahan';

export interface Role {
  readonly slug: string;
  /** On screen; a kelurahan has a Lurah where a desa has a Kepala Desa. */
  readonly name: { readonly desa: string; readonly kelurahan: string };
  readonly reach: Reach;
  /** Held at the unit of the membership: a village, or the regency's office. */
  readonly permissions: readonly string[];
  /** Held inside a village entered on purpose; null = this role enters none. */
  readonly visiting: readonly string[] | null;
  /** Roles this one may give to others, and whose accounts it may therefore look after. */
  readonly grants: readonly string[];
}

const everyone = ['region.read'];
const reads = [...everyone, 'village.read', 'resident.read', 'family.read', 'letter.read', 'task.read'];
const deskWork = [...reads, 'letter.request', 'letter.verify', 'letter.return', 'letter.print'];
const operatorWork = [...deskWork, 'setting.read', 'area.manage', 'resident.reveal', 'resident.import', 'resident.correct', 'resident.export', 'family.export'];
const officeAbove = [...everyone, 'regency.read', 'report.read'];
/** Counts of the own reach, and those of land tax. */
const reports = ['report.read', 'report.pbb'];
/** What a village's taxpayers owe, and its book. */
const taxReads = ['bill.read', 'payment.read', 'ledger.read'];
/** Looks after the collectors and confirms what they bring to the bank; takes no money itself. */
const taxCustody = [...taxReads, 'payment.reverse', 'deposit.confirm', 'collector.manage'];

/** Those who work below the head and the secretary of a village. */
const villageStaff = ['village-officer', 'treasurer', 'operator', 'collector', 'hamlet-head', 'neighbourhood-head'];
const villageRoles = ['village-head', 'village-secretary', ...villageStaff];
const offices = ['tax-office', 'village-affairs', 'civil-registry', 'inspectorate', 'district-head'];

const same = (name: string): Role['name'] => ({ desa: name, kelurahan: name });

/**
 * The role table: role → permissions × reach (defaults of the regency's practice). Nobody may grant a
 * role beside or above his own, so nobody can raise himself through an account he creates or resets;
 * the regency's administrator appoints heads and secretaries. No role reads residents from above a
 * village; what the regency needs of them are counts.
 */
const table: readonly Role[] = [
  {
    slug: 'village-head',
    name: { desa: 'Kepala Desa', kelurahan: 'Lurah' },
    reach: 'village',
    permissions: [...reads, ...taxReads, ...reports, 'setting.read', 'audit.read', 'resident.reveal', 'letter.approve', 'letter.return', 'letter.reject', 'letter.void', 'letter.print'],
    visiting: null,
    grants: [],
  },
  {
    slug: 'village-secretary',
    name: { desa: 'Sekretaris Desa', kelurahan: 'Sekretaris Kelurahan' },
    reach: 'village',
    // Approves as the head's delegate (a.n.); the letter says so.
    permissions: [...operatorWork, ...taxCustody, ...reports, 'letter.approve', 'letter.reject', 'village.update', 'official.manage', 'user.manage', 'setting.manage', 'audit.read'],
    visiting: null,
    grants: villageStaff,
  },
  { slug: 'village-officer', name: { desa: 'Kaur/Kasi Desa', kelurahan: 'Kasi Kelurahan' }, reach: 'village', permissions: deskWork, visiting: null, grants: [] },
  { slug: 'treasurer', name: { desa: 'Bendahara Desa', kelurahan: 'Bendahara Kelurahan' }, reach: 'village', permissions: [...everyone, ...taxCustody, 'report.pbb', 'village.read', 'task.read'], visiting: null, grants: [] },
  { slug: 'operator', name: { desa: 'Operator Desa', kelurahan: 'Operator Kelurahan' }, reach: 'village', permissions: [...operatorWork, 'bill.read'], visiting: null, grants: [] },
  { slug: 'collector', name: same('Petugas Pungut'), reach: 'village', permissions: [...everyone, 'bill.read', 'payment.read', 'payment.receive', 'deposit.list', 'village.read', 'task.read'], visiting: null, grants: [] },
  { slug: 'hamlet-head', name: { desa: 'Kepala Dusun', kelurahan: 'Kepala Lingkungan' }, reach: 'area', permissions: [...everyone, 'village.read', 'resident.read', 'letter.request'], visiting: null, grants: [] },
  { slug: 'neighbourhood-head', name: same('Ketua RT/RW'), reach: 'area', permissions: [...everyone, 'village.read', 'resident.read', 'letter.request'], visiting: null, grants: [] },
  { slug: 'district-head', name: same('Camat'), reach: 'district', permissions: [...officeAbove, 'report.pbb', 'dispute.read'], visiting: [...everyone, 'village.read'], grants: [] },
  {
    slug: 'regency-admin',
    name: same('Admin Kabupaten'),
    reach: 'regency',
    permissions: [...officeAbove, 'report.pbb', 'user.manage', 'setting.read', 'setting.manage', 'audit.read', 'task.read'],
    visiting: [...everyone, 'village.read', 'setting.read', 'audit.read'],
    grants: [...villageRoles, ...offices],
  },
  {
    slug: 'tax-office',
    name: same('Petugas Bapenda'),
    reach: 'regency',
    permissions: [...officeAbove, ...taxReads, 'report.pbb', 'task.read', 'bank.read', 'bank.reconcile', 'assessment.import', 'tax-rule.propose', 'tax-rule.approve', 'dispute.read', 'dispute.answer'],
    // Sees the tax of a village it enters, and nothing else of it.
    visiting: [...everyone, ...taxReads, 'village.read'],
    grants: [],
  },
  { slug: 'village-affairs', name: same('Petugas DPMD'), reach: 'regency', permissions: officeAbove, visiting: [...everyone, 'village.read'], grants: [] },
  { slug: 'civil-registry', name: same('Petugas Dispendukcapil'), reach: 'regency', permissions: officeAbove, visiting: [...everyone, 'village.read'], grants: [] },
  { slug: 'inspectorate', name: same('Inspektorat'), reach: 'regency', permissions: [...officeAbove, 'report.pbb', 'bank.read', 'audit.read'], visiting: [...everyone, 'village.read', 'audit.read'], grants: [] },
  { slug: 'platform-admin', name: same('Admin Sistem'), reach: 'regency', permissions: [...everyone, 'user.manage'], visiting: null, grants: ['regency-admin', 'platform-admin'] },
];

export const roles: ReadonlyMap<string, Role> = new Map(table.map((role) => [role.slug, role]));

/** @throws Error on a slug that is not in the table: a row of the database was written by hand */
export function roleNamed(slug: string): Role {
  const role = roles.get(slug);
  if (!role) throw new Error(`no role is called ${slug}`);
  return role;
}

/** The role's name at a unit of this kind. */
export const roleName = (role: Role, kind: UnitKind): string => (kind === 'kelurahan' ? role.name.kelurahan : role.name.desa);

/** Roles of the regency's office and the districts are memberships of unit 0, all others of a village. */
export const belongsToOffice = (role: Role): boolean => role.reach === 'district' || role.reach === 'regency';

const held = new Map(table.map((role) => [role.slug, { home: new Set(role.permissions), visiting: new Set(role.visiting ?? []) }]));

/** What a role may do at `unitId`; an office role at a village is on a visit. Shared sets: one per role, not per request. */
export function permissionsAt(slug: string, unitId: number): ReadonlySet<string> {
  const sets = held.get(slug);
  if (!sets) return new Set();
  return unitId !== 0 && belongsToOffice(roleNamed(slug)) ? sets.visiting : sets.home;
}
