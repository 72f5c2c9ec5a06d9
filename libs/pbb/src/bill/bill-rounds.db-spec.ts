import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#platform';
import { AddArea } from '#villages';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { staffAt } from '../../../../test/support/staff.js';
import { buildBill, type BillParts, type BuiltBill } from '../../../../test/support/tax-bill.js';
import { rowsOf } from '../../../../test/support/workbook-rows.js';
import { AssignCollector } from '../collector/assign-collector.js';
import { listCollectors } from '../collector/collector.queries.js';
import { EndAssignment } from '../collector/end-assignment.js';
import { RegisterCollector } from '../collector/register-collector.js';
import { PlaceTaxObject } from '../tax-object/place-tax-object.js';
import { taxObjectById } from '../tax-object/tax-object.queries.js';
import type { BillQuery } from './bill.dto.js';
import { listBills } from './bill.queries.js';
import { ExportBills } from './export-bills.js';
import { unpaidByHamlet } from './unpaid-by-hamlet.js';

let app: OpenDatabase;
let worker: OpenDatabase;

/** A village of one hamlet with two RW, the first with an RT, and a bill in each of these. */
class Village {
  readonly areas: Record<string, string> = {};
  readonly billed: Record<string, BuiltBill> = {};
  private books = 0;

  private constructor(readonly unitId: number, readonly treasurer: Actor) {}

  static async open(): Promise<Village> {
    const { unitId } = await buildVillage();
    const village = new Village(unitId, await staffAt(unitId, 'treasurer'));
    await village.area('hamlet', 'hamlet', 'KRAJAN');
    await village.area('rw1', 'rw', '1', 'hamlet');
    await village.area('rw2', 'rw', '2', 'hamlet');
    await village.area('rt', 'rt', '3', 'rw1');
    for (const name of ['hamlet', 'rw1', 'rw2', 'rt']) await village.bill(name, village.areas[name] ?? '');
    await village.bill('nowhere', null);
    return village;
  }

  private async area(name: string, kind: 'hamlet' | 'rw' | 'rt', said: string, parent?: string): Promise<void> {
    this.areas[name] = (await new AddArea(app.database).run(this.treasurer, { kind, name: said, ...(parent ? { parentId: this.areas[parent] ?? '' } : {}) })).id;
  }

  async bill(name: string, areaId: string | null, parts: Partial<BillParts> = {}): Promise<void> {
    const bill = await buildBill(worker.database, this.unitId, { payerName: name.toUpperCase(), dueOn: '2099-09-30', ...parts });
    this.billed[name] = bill;
    if (areaId !== null) await new PlaceTaxObject(app.database).run(this.treasurer, bill.objectId, areaId);
  }

  async collector(name: string): Promise<string> {
    const { userId } = await staffAt(this.unitId, 'collector');
    return (await new RegisterCollector(app.database, app.clock).run(this.treasurer, { userId: userId ?? '', name, bookCode: `0${(this.books += 1)}` })).id;
  }

  /** Ends whatever the collector was sent to. */
  async recall(collector: string): Promise<string[]> {
    const ids = (await listCollectors(app.database, this.treasurer)).items.find(({ id }) => id === collector)?.assignments.map(({ id }) => id) ?? [];
    for (const id of ids) await new EndAssignment(app.database, app.clock).run(this.treasurer, id);
    return ids;
  }

  send(collector: string, to: { area?: string; object?: string }): Promise<unknown> {
    return new AssignCollector(app.database, app.clock).run(this.treasurer, collector, to.area ? { areaId: this.areas[to.area] ?? '' } : { objectId: this.billed[to.object ?? '']?.objectId ?? '' });
  }

  async list(query: Partial<BillQuery>): Promise<string[]> {
    return (await listBills(app.database, app.clock, this.treasurer, { limit: 100, ...query })).items.map(({ payerName }) => payerName.toLowerCase()).toSorted();
  }
}

beforeAll(async () => {
  app = await openDatabase('app');
  worker = await openDatabase('worker');
});

afterAll(async () => {
  await app.close();
  await worker.close();
});

describe('what is unpaid', () => {
  it('is added up by hamlet, of the village that asks and of living unpaid bills alone', async () => {
    const [village, other] = [await Village.open(), await Village.open()];
    await village.bill('nil', village.areas['rt'] ?? '', { amount: 0n });
    await village.bill('older', village.areas['rw2'] ?? '', { taxYear: 2025, amount: 70_000n });
    const unpaid = async (at: Village, year?: number): Promise<string[]> => (await unpaidByHamlet(app.database, at.treasurer, year ? { year } : {})).items.map(({ hamlet, bills, owed }) => `${hamlet ?? '-'} ${bills} ${owed}`);
    expect(await unpaid(village)).toEqual(['KRAJAN 5 170000', '- 1 25000']);
    expect(await unpaid(village, 2025)).toEqual(['KRAJAN 1 70000']);
    expect(await unpaid(other)).toEqual(['KRAJAN 4 100000', '- 1 25000']);
  });
});

describe('the bills of a collector', () => {
  it('are those of his areas with all below them, and of objects assigned to him alone', async () => {
    const village = await Village.open();
    const [darmo, siti] = [await village.collector('Pak Darmo'), await village.collector('Bu Siti')];
    expect(await village.list({ collector: darmo })).toEqual([]);
    await village.send(darmo, { area: 'rw1' });
    expect(await village.list({ collector: darmo })).toEqual(['rt', 'rw1']);
    await village.send(darmo, { object: 'nowhere' });
    expect(await village.list({ collector: darmo })).toEqual(['nowhere', 'rt', 'rw1']);
    // What is assigned by itself belongs to that collector, whatever its area says.
    await village.send(siti, { object: 'rt' });
    expect(await village.list({ collector: darmo })).toEqual(['nowhere', 'rw1']);
    expect(await village.list({ collector: siti })).toEqual(['rt']);
  });

  it('are each one collector\'s: who is sent to an RW takes it over from who goes to its hamlet', async () => {
    const village = await Village.open();
    const [darmo, siti] = [await village.collector('Pak Darmo'), await village.collector('Bu Siti')];
    await village.send(darmo, { area: 'hamlet' });
    expect(await village.list({ collector: darmo })).toEqual(['hamlet', 'rt', 'rw1', 'rw2']);
    await village.send(siti, { area: 'rw1' });
    expect(await village.list({ collector: darmo })).toEqual(['hamlet', 'rw2']);
    expect(await village.list({ collector: siti })).toEqual(['rt', 'rw1']);
    await village.send(darmo, { area: 'rt' });
    expect(await village.list({ collector: darmo })).toEqual(['hamlet', 'rt', 'rw2']);
    const collectors = await Promise.all(['hamlet', 'rw1', 'rt', 'nowhere'].map((name) => taxObjectById(app.database, village.treasurer, village.billed[name]?.objectId ?? '')));
    expect(collectors.map(({ collectorName }) => collectorName)).toEqual(['Pak Darmo', 'Bu Siti', 'Pak Darmo', null]);
  });

  it('go back to who goes round the area when an assignment ends, without anybody taking it over', async () => {
    const [village, other] = [await Village.open(), await Village.open()];
    const [darmo, siti] = [await village.collector('Pak Darmo'), await village.collector('Bu Siti')];
    await village.send(darmo, { area: 'hamlet' });
    await village.send(siti, { area: 'rw1' });
    await village.send(siti, { object: 'nowhere' });
    const [ended = ''] = await village.recall(siti);
    expect(await village.list({ collector: siti })).toEqual([]);
    expect(await village.list({ collector: darmo })).toEqual(['hamlet', 'rt', 'rw1', 'rw2']);
    await expect(new EndAssignment(app.database, app.clock).run(village.treasurer, ended)).rejects.toMatchObject({ status: 404 });
    const [living = ''] = (await listCollectors(app.database, village.treasurer)).items.flatMap(({ assignments }) => assignments.map(({ id }) => id));
    await expect(new EndAssignment(app.database, app.clock).run(other.treasurer, living)).rejects.toMatchObject({ status: 404 });
    expect(await asOwner(`select action, subject_id from audit_entries where village_id = $1 and action = 'collector.unassigned'`, [village.unitId])).toEqual([siti, siti].map((id) => ({ action: 'collector.unassigned', subject_id: id })));
  });

  it('are nothing in another village, and go on page by page', async () => {
    const [village, other] = [await Village.open(), await Village.open()];
    const darmo = await village.collector('Pak Darmo');
    await village.send(darmo, { area: 'hamlet' });
    expect(await other.list({ collector: darmo })).toEqual([]);
    expect(await other.list({ area: village.areas['hamlet'] ?? '' })).toEqual([]);
    const seen: string[] = [];
    for (let after: string | undefined, page = 0; page < 9; page += 1) {
      const answer = await listBills(app.database, app.clock, village.treasurer, { collector: darmo, limit: 1, ...(after ? { after } : {}) });
      seen.push(...answer.items.map(({ payerName }) => payerName.toLowerCase()));
      if (!answer.next) break;
      after = answer.next;
    }
    expect(seen.toSorted()).toEqual(['hamlet', 'rt', 'rw1', 'rw2']);
    const { next } = await listBills(app.database, app.clock, village.treasurer, { collector: darmo, limit: 1 });
    await expect(listBills(app.database, app.clock, village.treasurer, { limit: 1, after: next ?? '' })).rejects.toMatchObject({ code: 'CURSOR_MISMATCH' });
  });
});

describe('the bills of an area', () => {
  it('are those of it and of what lies in it', async () => {
    const village = await Village.open();
    expect(await village.list({ area: village.areas['hamlet'] ?? '' })).toEqual(['hamlet', 'rt', 'rw1', 'rw2']);
    expect(await village.list({ area: village.areas['rw1'] ?? '' })).toEqual(['rt', 'rw1']);
    expect(await village.list({ area: village.areas['rt'] ?? '' })).toEqual(['rt']);
  });
});

describe('the list of bills as a workbook', () => {
  it('holds what is filtered, amounts as numbers, no formula, and nothing of another village', async () => {
    const [village, other] = [await Village.open(), await Village.open()];
    await village.bill('=1+1', village.areas['rt'] ?? '', { amount: 40_000n });
    const rows = await rowsOf(await new ExportBills(app.database, app.clock).run(village.treasurer, { area: village.areas['rt'] ?? '' }));
    expect(rows.map((row) => [row[2], row[5], row[8], row[10], row[11]])).toEqual([
      ['RT', 'KRAJAN / RW 001 / RT 003', 25_000, 25_000, 'BELUM DIBAYAR'],
      ["'=1+1", 'KRAJAN / RW 001 / RT 003', 40_000, 40_000, 'BELUM DIBAYAR'],
    ]);
    expect(rows[0]?.[0]).toMatch(/^\d\d\.\d\d\.\d{3}\.\d{3}\.\d{3}-\d{4}\.\d$/);
    expect(rows[0]?.[7]).toEqual(new Date('2099-09-30T00:00:00Z'));
    expect(await rowsOf(await new ExportBills(app.database, app.clock).run(other.treasurer, { area: village.areas['rt'] ?? '' }))).toEqual([]);
  });

  it('leaves the penalty of a late year without a rule, and so its sum, empty', async () => {
    const village = await Village.open();
    await village.bill('lama', null, { taxYear: 1987, dueOn: '1987-09-30' });
    const [row] = await rowsOf(await new ExportBills(app.database, app.clock).run(village.treasurer, { year: 1987 }));
    expect([row?.[8], row?.[9], row?.[10]]).toEqual([25_000, null, null]);
  });

  it('is in the trail with its filters and how many it held, before it is read, and no whole NOP', async () => {
    const village = await Village.open();
    const { nop } = village.billed['rt'] ?? { nop: '' };
    for (const query of [{ search: 'rw', year: 2026 }, { nop }]) (await new ExportBills(app.database, app.clock).run(village.treasurer, query)).destroy();
    expect(await asOwner(`select action, subject_type, detail from audit_entries where village_id = $1 and action = 'bill.exported' order by id`, [village.unitId])).toEqual([
      { action: 'bill.exported', subject_type: 'bill', detail: { count: 2, year: 2026, words: 'rw' } },
      { action: 'bill.exported', subject_type: 'bill', detail: { count: 1, words: '(18 angka)' } },
    ]);
  });
});
