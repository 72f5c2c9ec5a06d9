import type { Actor, Clock, Database } from '#platform';
import { ALL } from '#tallies';
import { addDays, type PlainDate } from '#values';
import { reportDays } from '../place/report-days.js';
import { reportPlaces } from '../place/report-place.js';
import type { ReportQuery } from '../report.dto.js';
import { type PlaceSums, readReport, type SumCell } from '../sums/sums.queries.js';
import type { PopulationFiguresDto, PopulationPlaceDto, PopulationReportDto } from './population-report.dto.js';

/** The living of one sex (1 male, 2 female) at the end of a day. */
export const residentCell = (sex: '1' | '2', day: PlainDate): SumCell => ({ measure: 'residents', dim1: sex, dim2: ALL, day });

const corrections = (day: PlainDate): SumCell => ({ measure: 'population-events', dim1: 'correction', dim2: ALL, day });

const cells = (prefix: string, from: PlainDate, on: PlainDate): Record<string, SumCell> => ({
  [`${prefix}.male`]: residentCell('1', on), [`${prefix}.female`]: residentCell('2', on), [`${prefix}.end`]: corrections(on), [`${prefix}.start`]: corrections(addDays(from, -1)),
});

function figures(prefix: string, sums: Readonly<Record<string, number>>): PopulationFiguresDto {
  const [male, female] = [sums[`${prefix}.male`] ?? 0, sums[`${prefix}.female`] ?? 0];
  return { residents: male + female, male, female, corrections: (sums[`${prefix}.end`] ?? 0) - (sums[`${prefix}.start`] ?? 0) };
}

const placeOf = ({ code, name, kind, districtName, sums }: PlaceSums<string>): PopulationPlaceDto => ({ code, name, kind, districtName, figures: figures('now', sums), before: figures('before', sums) });

/** Who lives where, at the end of a day and a year before it. */
export function populationReport(database: Database, clock: Clock, actor: Actor, query: ReportQuery): Promise<PopulationReportDto> {
  const places = reportPlaces(actor, query);
  const { from, on, fromBefore, onBefore, period } = reportDays(clock.today(), query);
  return readReport(database, actor, {
    name: `population ${from} ${on}`, places, on,
    cells: () => {
      const all = { ...cells('now', from, on), ...cells('before', fromBefore, onBefore) };
      return { own: all, each: all };
    },
    page: ({ scope, rows }) => ({ from, on, onBefore, period, scope: placeOf(scope), rows: rows.map(placeOf) }),
  });
}
