import type { Actor, Clock, Database } from '#platform';
import { ALL } from '#tallies';
import { addDays, type PlainDate } from '#values';
import { reportDays } from '../place/report-days.js';
import { reportPlaces } from '../place/report-place.js';
import type { ReportQuery } from '../report.dto.js';
import { type PlaceSums, readReport, type SumCell } from '../sums/sums.queries.js';
import type { LetterFiguresDto, LetterPlaceDto, LetterReportDto } from './letter-report.dto.js';

const STEPS = ['requested', 'issued', 'rejected', 'voided'] as const;

/** Acts of libs/letters up to a day, of all types. */
export const letterCell = (step: (typeof STEPS)[number], day: PlainDate): SumCell => ({ measure: 'letters', dim1: ALL, dim2: step, day });

/** What happened from `from` to `on` is what there was at the end of `on` less what there was the day before `from`. */
const cells = (prefix: string, from: PlainDate, on: PlainDate): Record<string, SumCell> =>
  Object.fromEntries(STEPS.flatMap((step) => [[`${prefix}.${step}.end`, letterCell(step, on)], [`${prefix}.${step}.start`, letterCell(step, addDays(from, -1))]]));

const figures = (prefix: string, sums: Readonly<Record<string, number>>): LetterFiguresDto =>
  Object.fromEntries(STEPS.map((step) => [step, (sums[`${prefix}.${step}.end`] ?? 0) - (sums[`${prefix}.${step}.start`] ?? 0)])) as unknown as LetterFiguresDto;

const placeOf = ({ code, name, kind, districtName, sums }: PlaceSums<string>): LetterPlaceDto => ({ code, name, kind, districtName, figures: figures('now', sums), before: figures('before', sums) });

/** Letters of a month or a year up to a day, beside the same days a year before. */
export function letterReport(database: Database, clock: Clock, actor: Actor, query: ReportQuery): Promise<LetterReportDto> {
  const places = reportPlaces(actor, query);
  const { from, on, fromBefore, onBefore, period } = reportDays(clock.today(), query);
  return readReport(database, actor, {
    name: `letters ${from} ${on}`, places, on,
    cells: () => {
      const all = { ...cells('now', from, on), ...cells('before', fromBefore, onBefore) };
      return { own: all, each: all };
    },
    page: ({ scope, rows }) => ({ from, on, onBefore, period, scope: placeOf(scope), rows: rows.map(placeOf) }),
  });
}
