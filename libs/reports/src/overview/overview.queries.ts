import type { Actor, Clock, Database } from '#platform';
import { addDays, type PlainDate } from '#values';
import { letterCell } from '../letters/letter-report.queries.js';
import { taxCells, taxFigures } from '../pbb/tax-figures.js';
import { reportDays } from '../place/report-days.js';
import { reportPlaces } from '../place/report-place.js';
import { residentCell } from '../population/population-report.queries.js';
import type { ReportQuery } from '../report.dto.js';
import { type PlaceSums, readReport, type SumCell } from '../sums/sums.queries.js';
import type { OverviewDto, OverviewFiguresDto, OverviewPlaceDto } from './overview.dto.js';

const cells = (prefix: string, from: PlainDate, on: PlainDate, tax: boolean): Record<string, SumCell> => ({
  [`${prefix}.male`]: residentCell('1', on), [`${prefix}.female`]: residentCell('2', on),
  [`${prefix}.end`]: letterCell('issued', on), [`${prefix}.start`]: letterCell('issued', addDays(from, -1)),
  ...(tax ? taxCells(prefix, Number(on.slice(0, 4)), on) : {}),
});

const figures = (prefix: string, sums: Readonly<Record<string, number>>): OverviewFiguresDto => ({
  residents: (sums[`${prefix}.male`] ?? 0) + (sums[`${prefix}.female`] ?? 0),
  letters: (sums[`${prefix}.end`] ?? 0) - (sums[`${prefix}.start`] ?? 0),
  taxPercent: taxFigures(prefix, sums).percent,
});

const placeOf = ({ code, name, kind, districtName, sums }: PlaceSums<string>): OverviewPlaceDto => ({ code, name, kind, districtName, figures: figures('now', sums), before: figures('before', sums) });

/** The few figures of every room side by side; of land tax only for who may see its report. */
export function overview(database: Database, clock: Clock, actor: Actor, query: ReportQuery): Promise<OverviewDto> {
  const places = reportPlaces(actor, query);
  const { from, on, fromBefore, onBefore, period } = reportDays(clock.today(), query);
  const tax = actor.permissions.has('report.pbb');
  return readReport(database, actor, {
    name: `overview ${from} ${on} ${tax}`, places, on,
    cells: () => {
      const all = { ...cells('now', from, on, tax), ...cells('before', fromBefore, onBefore, tax) };
      return { own: all, each: all };
    },
    page: ({ scope, rows }) => ({ from, on, onBefore, period, scope: placeOf(scope), rows: rows.map(placeOf) }),
  });
}
