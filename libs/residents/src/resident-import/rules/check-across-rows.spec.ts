import { describe, expect, it } from '@jest/globals';
import { plainDate } from '#values';
import { CheckAcrossRows, type RowOutcome } from './check-across-rows.js';
import { compareRecords } from './compare-records.js';
import { recordFingerprint, RESIDENT_FIELDS } from './record-fingerprint.js';
import type { ResidentRecord } from './resident-record.js';

const BLANK = Object.fromEntries(RESIDENT_FIELDS.map((field) => [field, null])) as unknown as ResidentRecord;
const SITI: ResidentRecord = { ...BLANK, nik: '3507264203870001', name: 'SITI', sex: 2, birthDate: plainDate('1987-03-02'), birthPlace: 'MALANG', familyNumber: '3507260101150001', familyPosition: 4, basicStatus: 1, citizenship: 1 };

class Feed {
  readonly check = new CheckAcrossRows(['Data', 'RW 2']);
  private row = 1;

  add(changes: Partial<ResidentRecord> | null, sheet = 0): RowOutcome {
    const record = changes && { ...SITI, ...changes };
    return this.check.add({ sheet, row: ++this.row }, { record, nik: record?.nik ?? null, issues: [] });
  }

  finish(): string[] {
    return told(this.check.finish());
  }
}

const told = (issues: RowOutcome['issues']): string[] => issues.map(({ at, issue }) => `${at.sheet}:${at.row} ${issue.severity} ${issue.code}`);
const nik = (number: number) => `350726420387${String(number).padStart(4, '0')}`;
const card = (number: number) => `350726010115${String(number).padStart(4, '0')}`;

describe('the same NIK twice', () => {
  it('is already there when the rows are equal', () => {
    const feed = new Feed();
    expect(feed.add({}).outcome).toBe('accepted');
    expect(feed.add({})).toEqual({ outcome: 'repeated', issues: [] });
  });

  it('keeps both out when they differ, each naming the other, and every later one', () => {
    const feed = new Feed();
    feed.add({});
    const second = feed.add({ name: 'SITI A' });
    expect(second.outcome).toBe('rejected');
    expect(told(second.issues)).toEqual(['0:2 error NIK_REPEATED', '0:3 error NIK_REPEATED']);
    expect(second.issues.map(({ issue }) => issue.message)).toEqual(['NIK sama dengan baris 3, tetapi isinya berbeda.', 'NIK sama dengan baris 2, tetapi isinya berbeda.']);
    expect(told(feed.add({ name: 'SITI B' }).issues)).toEqual(['0:4 error NIK_REPEATED']);
  });

  it('names the sheet when it is another one', () => {
    const feed = new Feed();
    feed.add({});
    expect(feed.add({ name: 'X' }, 1).issues.map(({ issue }) => issue.message)).toEqual(['NIK sama dengan baris 3 lembar RW 2, tetapi isinya berbeda.', 'NIK sama dengan baris 2 lembar Data, tetapi isinya berbeda.']);
  });

  it('counts only rows that are not out already', () => {
    const feed = new Feed();
    feed.add(null);
    expect(feed.add({}).outcome).toBe('accepted');
  });
});

describe('people without a NIK', () => {
  it('are told apart by name, birth date, birth place and sex', () => {
    const feed = new Feed();
    expect(feed.add({ nik: null }).outcome).toBe('accepted');
    expect(feed.add({ nik: null, name: 'SITA' }).outcome).toBe('accepted');
    expect(feed.add({ nik: null, birthPlace: 'BLITAR' }).outcome).toBe('accepted');
    expect(feed.add({ nik: null }).outcome).toBe('repeated');
    expect(told(feed.add({ nik: null, religion: 2 }).issues)).toEqual(['0:2 error PERSON_REPEATED', '0:6 error PERSON_REPEATED']);
  });
});

describe('heads of families', () => {
  it('a second living head is out, naming the row of the first', () => {
    const feed = new Feed();
    feed.add({ familyPosition: 1 });
    const second = feed.add({ nik: nik(2), familyPosition: 1 });
    expect(second).toMatchObject({ outcome: 'rejected', issues: [{ at: { row: 3 }, issue: { code: 'SECOND_HEAD', field: 'familyPosition', message: 'KK sudah punya kepala keluarga, baris 2.' } }] });
    expect(feed.finish()).toEqual([]);
  });

  it('a head who died or moved makes room', () => {
    const feed = new Feed();
    feed.add({ familyPosition: 1, basicStatus: 2 });
    expect(feed.add({ nik: nik(2), familyPosition: 1 }).outcome).toBe('accepted');
    expect(feed.finish()).toEqual([]);
  });

  it('a family without one is a warning at its first living member', () => {
    const feed = new Feed();
    feed.add({ familyPosition: 1, basicStatus: 2 });
    feed.add({ nik: nik(2) });
    feed.add({ nik: nik(3) });
    feed.add({ nik: nik(4), familyNumber: card(9), basicStatus: 3 });
    expect(feed.finish()).toEqual(['0:3 warning FAMILY_WITHOUT_HEAD']);
    expect(feed.check.familyCount).toBe(2);
  });

  it('a head that is out because its NIK appears twice leaves its family without one', () => {
    const feed = new Feed();
    feed.add({ familyPosition: 1 });
    feed.add({ nik: nik(2) });
    feed.add({ familyPosition: 1, name: 'SITA' });
    expect(feed.finish()).toEqual(['0:2 warning FAMILY_WITHOUT_HEAD']);
  });

  it('family number 0 never merges people', () => {
    const feed = new Feed();
    expect(feed.add({ familyNumber: null, familyPosition: 1 }).outcome).toBe('accepted');
    expect(feed.add({ nik: nik(2), familyNumber: null, familyPosition: 1 }).outcome).toBe('accepted');
    expect(feed.check.familyCount).toBe(2);
    expect(feed.finish()).toEqual([]);
  });
});

describe('a column whose numbers lost their last digit', () => {
  const feedNiks = (ending: (index: number) => number): string[] => {
    const feed = new Feed();
    for (let index = 1; index <= 20; index++) feed.add({ nik: nik(index * 10 + ending(index)), familyNumber: null });
    return feed.finish();
  };

  it('keeps those out that end in 0 when most do', () => {
    const issues = feedNiks((index) => (index > 11 ? 1 : 0));
    expect(issues).toHaveLength(11);
    expect(new Set(issues.map((issue) => issue.split(' ').slice(1).join(' ')))).toEqual(new Set(['error NIK_COLUMN_DAMAGED']));
  });

  it('says nothing when half or fewer do', () => expect(feedNiks((index) => (index > 10 ? 1 : 0))).toEqual([]));

  it('judges rows that are out for other reasons too', () => {
    const feed = new Feed();
    for (let index = 1; index <= 20; index++) feed.check.add({ sheet: 0, row: index }, { record: null, nik: nik(index * 10), issues: [] });
    expect(feed.finish()).toHaveLength(20);
  });

  it('counts a family number once, however large the family', () => {
    const feed = new Feed();
    for (let index = 1; index <= 40; index++) feed.add({ nik: nik(index), familyNumber: card(10), familyPosition: index === 1 ? 1 : 4 });
    expect(feed.finish()).toEqual([]);
    for (let index = 1; index <= 20; index++) feed.add({ nik: nik(index + 100), familyNumber: card(index * 10 + 100), familyPosition: 1 });
    expect(feed.finish()).toHaveLength(60);
  });
});

describe('a row against the register', () => {
  const carried = ['name', 'religion', 'maritalStatus', 'basicStatus', 'familyNumber', 'familyPosition', 'phone'] as const;

  it('is unchanged when every filled field agrees', () => {
    expect(compareRecords({ ...SITI, religion: 1, phone: '0811' }, SITI, carried)).toEqual({ changes: {}, kept: [] });
  });

  it('shows what an update would change, and what it never changes', () => {
    const listed = { ...SITI, religion: 2, basicStatus: 2, familyNumber: card(7), familyPosition: 1, maritalRecorded: true, email: 'x@y.id' };
    expect(compareRecords({ ...SITI, religion: 1 }, listed, carried)).toEqual({ changes: { religion: [1, 2], maritalRecorded: [null, true] }, kept: ['familyNumber', 'familyPosition', 'basicStatus'] });
  });
});

describe('fingerprints', () => {
  it('are equal for equal fields, whatever the others', () => {
    expect(recordFingerprint(SITI)).toBe(recordFingerprint({ ...SITI }));
    expect(recordFingerprint(SITI)).not.toBe(recordFingerprint({ ...SITI, note: 'x' }));
    expect(recordFingerprint(SITI, ['name', 'sex'])).toBe(recordFingerprint({ ...SITI, note: 'x' }, ['name', 'sex']));
  });
});
