import type { Actor, Database, Tx } from '#platform';
import type { PlainDate } from '#values';
import type { HolidayDto } from './holiday.dto.js';

/** The regency's holidays of one year, in order. */
export function listHolidays(database: Database, actor: Actor, year: string): Promise<HolidayDto[]> {
  return database.readVillage<HolidayDto>(actor, {
    name: 'villages-holidays',
    text: `select day, name from regency_holidays where day between make_date($1::int, 1, 1) and make_date($1::int, 12, 31) order by day`,
    values: [year],
  });
}

/** Days without service from `from` to `until`, both included; for deadlines in working days. */
export async function holidaysBetween(tx: Tx, from: PlainDate, until: PlainDate): Promise<Set<PlainDate>> {
  const rows = await tx.query<{ day: PlainDate }>('select day from regency_holidays where day between $1 and $2', [from, until]);
  return new Set(rows.map((row) => row.day));
}
