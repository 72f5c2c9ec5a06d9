import type { Actor, Clock, Database } from '#platform';
import { addDays, addMonths, lastDayOfMonth, plainDate, type PlainDate } from '#values';
import { dayAsked, yearBefore } from '../place/report-days.js';
import { reportPlaces } from '../place/report-place.js';
import type { TaxReportQuery } from '../report.dto.js';
import { type PlaceSums, readReport, type SumCell } from '../sums/sums.queries.js';
import { ranked, taxCell, taxCells, taxFigures } from './tax-figures.js';
import type { TaxMonthDto, TaxPlaceDto, TaxReportDto } from './tax-report.dto.js';

const BOOKS = [1, 2, 3, 4, 5, 0] as const;
const YEARS_SHOWN = 6;

/** Land tax of a tax year as it stood at the end of a day, beside the tax year before on the same day a year earlier. */
export function taxReport(database: Database, clock: Clock, actor: Actor, query: TaxReportQuery): Promise<TaxReportDto> {
  const on = dayAsked(clock.today(), query.on);
  const taxYear = Number(query.period ?? on.slice(0, 4));
  const [onBefore, months, years] = [yearBefore(on), monthsUpTo(on), Array.from({ length: YEARS_SHOWN }, (_, back) => taxYear - back)];
  return readReport<string, string, Omit<TaxReportDto, 'dataAt'>>(database, actor, {
    name: `pbb ${taxYear} ${on}`, places: reportPlaces(actor, query), on,
    cells: () => {
      const each = { ...taxCells('now', taxYear, on), ...taxCells('before', taxYear - 1, onBefore) };
      const own: Record<string, SumCell> = {
        ...each,
        dayBefore: taxCell('received', taxYear, addDays(on, -1)),
        ...Object.assign({}, ...BOOKS.map((book) => taxCells(`book${book}`, taxYear, on, String(book)))),
        ...Object.assign({}, ...years.map((year) => taxCells(`year${year}`, year, on))),
        ...monthCells('month', taxYear, months),
        ...monthCells('monthBefore', taxYear - 1, months.map(({ month, last }) => ({ month, last: last === on ? onBefore : lastDayOfMonth(yearBefore(plainDate(`${month}-01`))) }))),
      };
      return { own, each };
    },
    page: ({ scope, rows, target }) => {
      const { sums } = scope;
      return {
        on,
        onBefore,
        period: String(taxYear),
        target,
        receivedOnDay: (sums['now.received'] ?? 0) - (sums['dayBefore'] ?? 0),
        scope: placeOf(scope),
        rows: ranked(rows.map(placeOf)),
        books: BOOKS.map((book) => ({ book, figures: taxFigures(`book${book}`, sums) })).filter(({ figures }) => figures.bills > 0),
        years: years.map((year) => ({ taxYear: year, figures: taxFigures(`year${year}`, sums) })).filter(({ figures }) => figures.bills > 0),
        months: months.map(({ month }, place): TaxMonthDto => ({ month, received: step(sums, 'month', months, place), receivedBefore: step(sums, 'monthBefore', months, place) })),
      };
    },
  });
}

const placeOf = ({ code, name, kind, districtName, sums }: PlaceSums<string>): TaxPlaceDto => ({ code, name, kind, districtName, figures: taxFigures('now', sums), before: taxFigures('before', sums) });

interface MonthEnd {
  readonly month: string;
  readonly last: PlainDate;
}

/** The months of the year of `on`, the last one up to `on`. */
function monthsUpTo(on: PlainDate): MonthEnd[] {
  const january = plainDate(`${on.slice(0, 4)}-01-01`);
  return Array.from({ length: Number(on.slice(5, 7)) }, (_, n) => {
    const last = lastDayOfMonth(addMonths(january, n));
    return { month: last.slice(0, 7), last: last < on ? last : on };
  });
}

/** Received up to the end of each month and of the year before, from which each month is a step. */
const monthCells = (prefix: string, taxYear: number, months: readonly MonthEnd[]): Record<string, SumCell> => ({
  [`${prefix}.`]: taxCell('received', taxYear, addDays(plainDate(`${months[0]?.last.slice(0, 4)}-01-01`), -1)),
  ...Object.fromEntries(months.map(({ month, last }) => [`${prefix}.${month}`, taxCell('received', taxYear, last)])),
});

const step = (sums: Readonly<Record<string, number>>, prefix: string, months: readonly MonthEnd[], place: number): number =>
  (sums[`${prefix}.${months[place]?.month}`] ?? 0) - (sums[`${prefix}.${months[place - 1]?.month ?? ''}`] ?? 0);
