import { isTemporaryNik } from '#values';
import { FAMILY_POSITION } from '../../code-table/family-tables.js';
import { BASIC_STATUS } from '../../code-table/registration-tables.js';
import type { CheckedRow } from './check-row.js';
import { DamagedColumn } from './damaged-column.js';
import { type ImportIssue, importIssue } from './import-issue.js';
import { personKey, recordFingerprint } from './record-fingerprint.js';
import type { ResidentRecord } from './resident-record.js';
import { packRow, type RowRef, rowWords, unpackRow } from './row-ref.js';

export interface RowIssue {
  readonly at: RowRef;
  readonly issue: ImportIssue;
}

export interface RowOutcome {
  /** `repeated`: word for word a row further up, so already there; neither accepted nor wrong. */
  readonly outcome: 'accepted' | 'repeated' | 'rejected';
  /** Also of earlier rows, which are out from now on if the issue is an error. */
  readonly issues: readonly RowIssue[];
}

interface SeenPerson {
  readonly at: number;
  readonly fingerprint: string;
  family: Family | null;
  out: boolean;
}

/** Families hold no number: it is the key they stand under. */
interface Family {
  firstLiving: number;
  head: number;
}

const NOBODY = -1;

/**
 * What only several rows together show: one NIK twice, a second living head, a family without one, a column whose
 * numbers lost their last digit. Fed row by row, each row once; holds about 270 bytes a row, 54 MB for 200,000 rows.
 */
export class CheckAcrossRows {
  private readonly persons = new Map<string, SeenPerson>();
  private readonly families = new Map<string, Family>();
  private readonly niks = new DamagedColumn('nik', 'NIK_COLUMN_DAMAGED');
  private readonly cards = new DamagedColumn('familyNumber', 'FAMILY_NUMBER_COLUMN_DAMAGED');
  private ownFamilies = 0;

  constructor(private readonly sheetNames: readonly string[] = []) {}

  /** Families seen so far, each row without a number being one of its own. */
  get familyCount(): number {
    return this.families.size + this.ownFamilies;
  }

  add(at: RowRef, { record, nik }: CheckedRow): RowOutcome {
    const packed = packRow(at);
    if (nik !== null && !isTemporaryNik(nik)) this.niks.add(packed, nik);
    if (record === null) return { outcome: 'rejected', issues: [] };
    const key = flat(record.nik ?? personKey(record));
    const fingerprint = recordFingerprint(record);
    const seen = this.persons.get(key);
    if (seen) return this.addAgain(at, record, seen, fingerprint);
    const person: SeenPerson = { at: packed, fingerprint, family: null, out: false };
    this.persons.set(key, person);
    return this.join(at, record, person);
  }

  /** What can be told only when all rows were seen. */
  finish(): RowIssue[] {
    const issues: RowIssue[] = [...this.niks.verdict(), ...this.cards.verdict()];
    for (const { firstLiving, head } of this.families.values()) {
      if (head !== NOBODY || firstLiving === NOBODY) continue;
      issues.push({ at: unpackRow(firstLiving), issue: importIssue('warning', 'familyPosition', 'FAMILY_WITHOUT_HEAD', '', 'Keluarga ini tidak punya kepala keluarga yang hidup.') });
    }
    return issues;
  }

  private addAgain(at: RowRef, record: ResidentRecord, seen: SeenPerson, fingerprint: string): RowOutcome {
    if (seen.fingerprint === fingerprint) return { outcome: 'repeated', issues: [] };
    const issues: RowIssue[] = [{ at, issue: repeatedIssue(record, rowWords(seen.at, at, this.sheetNames)) }];
    if (!seen.out) {
      const first = unpackRow(seen.at);
      issues.unshift({ at: first, issue: repeatedIssue(record, rowWords(packRow(at), first, this.sheetNames)) });
      seen.out = true;
      if (seen.family?.head === seen.at) seen.family.head = NOBODY;
    }
    return { outcome: 'rejected', issues };
  }

  private join(at: RowRef, record: ResidentRecord, person: SeenPerson): RowOutcome {
    if (record.familyNumber === null) {
      this.ownFamilies++;
      return ACCEPTED;
    }
    this.cards.add(person.at, record.familyNumber);
    const family = this.families.get(record.familyNumber) ?? this.newFamily(record.familyNumber);
    if (record.basicStatus !== BASIC_STATUS.living) return ACCEPTED;
    if (family.firstLiving === NOBODY) family.firstLiving = person.at;
    person.family = family;
    if (record.familyPosition !== FAMILY_POSITION.head) return ACCEPTED;
    if (family.head === NOBODY) {
      family.head = person.at;
      return ACCEPTED;
    }
    person.out = true;
    const message = `KK sudah punya kepala keluarga, ${rowWords(family.head, at, this.sheetNames)}.`;
    return { outcome: 'rejected', issues: [{ at, issue: importIssue('error', 'familyPosition', 'SECOND_HEAD', String(record.familyPosition), message) }] };
  }

  private newFamily(number: string): Family {
    const family = { firstLiving: NOBODY, head: NOBODY };
    this.families.set(flat(number), family);
    return family;
  }
}

const ACCEPTED: RowOutcome = { outcome: 'accepted', issues: [] };

function repeatedIssue(record: ResidentRecord, where: string): ImportIssue {
  return record.nik === null
    ? importIssue('error', 'name', 'PERSON_REPEATED', record.name, `Orang yang sama dengan ${where}, tetapi isinya berbeda.`)
    : importIssue('error', 'nik', 'NIK_REPEATED', record.nik, `NIK sama dengan ${where}, tetapi isinya berbeda.`);
}

/**
 * A copy that owns its characters. A string cut out of a larger one keeps all of it alive: as the key of a map, 16 digits would
 * hold on to the 64 KB of a workbook they were read from.
 */
function flat(text: string): string {
  return Buffer.from(text).toString();
}
