import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, Clock, jobActor } from '#platform';
import { addDays, type PlainDate } from '#values';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { listHolidays } from '../holiday/holiday.queries.js';
import { RemoveHoliday } from '../holiday/remove-holiday.js';
import { SetHoliday } from '../holiday/set-holiday.js';
import { SetSetting } from './set-setting.js';
import { listSettings } from './setting.queries.js';

let app: OpenDatabase;
let first: number;
let second: number;
const clock = new Clock();
const today: PlainDate = clock.today();
const actor = (unit: number): Actor => jobActor(unit, 'spec');
const set = (unit: number, key: string, value: unknown, effectiveFrom: string = today) => new SetSetting(app.database, clock).run(actor(unit), key, { value, effectiveFrom });
const held = async (unit: number, key: string) => (await listSettings(app.database, actor(unit), today)).find((one) => one.key === key);

beforeAll(async () => {
  app = await openDatabase('app');
  ({ unitId: first } = await buildVillage());
  ({ unitId: second } = await buildVillage('kelurahan'));
});

// Regency defaults are shared by every spec file of this worker.
afterAll(async () => {
  await asOwner(`delete from regency_settings where key = 'letter.service-minutes'`);
  await app.close();
});

describe('deciding a setting', () => {
  it('holds for one village from its day on, with old and new in the trail', async () => {
    await set(first, 'letter.service-minutes', 120);
    expect(await held(first, 'letter.service-minutes')).toMatchObject({ value: 120, source: 'village', effectiveFrom: today });
    expect(await held(second, 'letter.service-minutes')).toMatchObject({ value: 240, source: 'default' });
    const entries = await asOwner(`select action, subject_id, detail from audit_entries where village_id = $1`, [first]);
    expect(entries).toEqual([{ action: 'setting.changed', subject_id: 'letter.service-minutes', detail: { value: [240, 120], effectiveFrom: [null, today] } }]);
  });

  it('twice on one day leaves the later, and the same value again leaves no trace', async () => {
    await set(first, 'letter.service-minutes', 90);
    await set(first, 'letter.service-minutes', 90);
    expect((await held(first, 'letter.service-minutes'))?.value).toBe(90);
    expect(await asOwner(`select 1 from audit_entries where village_id = $1`, [first])).toHaveLength(2);
  });

  it('by the regency’s office is the default of those who did not decide', async () => {
    await set(0, 'letter.service-minutes', 480);
    expect(await held(second, 'letter.service-minutes')).toMatchObject({ value: 480, source: 'regency' });
    expect(await held(first, 'letter.service-minutes')).toMatchObject({ value: 90, source: 'village' });
    expect(await held(0, 'letter.service-minutes')).toMatchObject({ value: 480, source: 'regency' });
  });

  it('for a later day announces the change and leaves today as it is', async () => {
    const later = addDays(today, 10);
    await set(second, 'letter.number-padding', 5, later);
    expect(await held(second, 'letter.number-padding')).toMatchObject({ upcoming: { value: 5, effectiveFrom: later } });
    expect((await held(second, 'letter.number-padding'))?.value).not.toBe(5);
  });

  it('is refused for the past, for a wrong value, and for what nobody knows', async () => {
    await expect(set(first, 'letter.paper', 'A4', addDays(today, -1))).rejects.toMatchObject({ status: 422, errors: [{ field: 'effectiveFrom', code: 'SETTING_IN_THE_PAST' }] });
    await expect(set(first, 'letter.paper', 'A5')).rejects.toMatchObject({ errors: [{ field: 'value', message: 'Pilih F4 atau A4.' }] });
    await expect(set(first, 'letter.paper', undefined)).rejects.toMatchObject({ errors: [{ field: 'value' }] });
    await expect(set(first, 'letter.colour', 'red')).rejects.toMatchObject({ status: 404 });
  });

  it('of the numbering may change at the turn of the year alone', async () => {
    const year = Number(today.slice(0, 4)) + 1;
    await expect(set(first, 'letter.numbering-mode', 'per-type', `${year}-02-01`)).rejects.toMatchObject({ errors: [{ field: 'effectiveFrom', code: 'SETTING_NOT_NEW_YEAR' }] });
    await set(first, 'letter.numbering-mode', 'per-type', `${year}-01-01`);
    expect((await held(first, 'letter.numbering-mode'))?.upcoming?.effectiveFrom).toBe(`${year}-01-01`);
  });
});

describe('holidays', () => {
  it('are entered, renamed and taken back by the regency’s office and seen in every village', async () => {
    const setHoliday = new SetHoliday(app.database);
    await setHoliday.run(actor(0), '2031-04-09', 'Hari Raya');
    await setHoliday.run(actor(0), '2031-04-09', 'Hari Raya Uji');
    await setHoliday.run(actor(0), '2032-01-01', 'Tahun Baru');
    expect(await listHolidays(app.database, actor(first), '2031')).toEqual([{ day: '2031-04-09', name: 'Hari Raya Uji' }]);
    await new RemoveHoliday(app.database).run(actor(0), '2031-04-09');
    await new RemoveHoliday(app.database).run(actor(0), '2032-01-01');
    expect(await listHolidays(app.database, actor(first), '2031')).toEqual([]);
    await expect(new RemoveHoliday(app.database).run(actor(0), '2031-04-09')).rejects.toMatchObject({ status: 404 });
  });

  it('are not a village’s to decide, neither by the verb nor in the table', async () => {
    await expect(new SetHoliday(app.database).run(actor(first), '2031-04-09', 'Bersih Desa')).rejects.toMatchObject({ code: 'REGENCY_OFFICE_ONLY', status: 403 });
    await expect(app.database.inVillage(actor(first), (tx) => tx.query(`insert into regency_holidays (day, name) values ('2031-04-10', 'Bersih Desa')`))).rejects.toMatchObject({ code: '42501' });
  });

  it('have a day of the calendar and a printable name', async () => {
    await expect(new SetHoliday(app.database).run(actor(0), '2031-02-30', '🎉')).rejects.toMatchObject({ errors: [{ field: 'day' }, { field: 'name' }] });
  });
});
