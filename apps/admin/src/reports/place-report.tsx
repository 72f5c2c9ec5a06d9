import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Bars, Broken } from '../parts/states.js';
import { today } from '../parts/words.js';
import { useMe } from '../session/session.js';
import { placeLink, placeTitle, Trail } from './place-words.js';
import { filePath, useReport, useReportChoice } from './report-data.js';
import { ReportHead } from './report-head.js';
import './reports.css';

interface Place { code: string; name: string; kind: 'regency' | 'district' | 'desa' | 'kelurahan'; districtName: string | null }
interface Report<P extends Place> { dataAt: string; on: string; period: string; scope: P; rows: P[] }
export interface Figure<P> { title: string; cell: (place: P) => ReactNode }

interface Props<P extends Place> {
  readonly name: string;
  readonly title: string;
  readonly fileName: string;
  readonly base: string;
  readonly figures: readonly Figure<P>[];
  /** What is counted over a month or a year can be asked for by either. */
  readonly byPeriod?: boolean;
}

/** Places below each other with a few figures each, their sum last; a click goes one level down. */
export function PlaceReport<P extends Place>({ name, title, fileName, base, figures, byPeriod }: Props<P>) {
  const me = useMe();
  const choice = useReportChoice();
  const query = { parent: choice.parent, on: choice.on, period: byPeriod ? choice.period : null };
  const { data, error, isPending, refetch } = useReport<Report<P>>(name, query, choice.on === null);
  const day = choice.on ?? today();
  const periods = [{ value: day.slice(0, 7), label: 'Bulan ini' }, { value: day.slice(0, 4), label: `Tahun ${day.slice(0, 4)}` }, { value: String(Number(day.slice(0, 4)) - 1), label: `Tahun ${Number(day.slice(0, 4)) - 1}` }];
  const village = data && (data.scope.kind === 'desa' || data.scope.kind === 'kelurahan');
  const head = data?.scope.kind === 'regency' ? 'Kecamatan' : 'Desa';
  return (
    <div className="page report">
      <ReportHead title={data ? `${title} ${placeTitle(data.scope)}` : title} choice={choice} dataAt={data?.dataAt} file={{ path: filePath(name, query), name: fileName }}
        {...(byPeriod ? { periods, period: choice.period ?? day.slice(0, 4) } : {})} trail={data && <Trail scope={data.scope} me={me} choice={choice} base={base} />} />
      {isPending ? <Bars lines={10} /> : error ? <Broken error={error} retry={() => void refetch()} /> : (
        <div className="plain-scroll" tabIndex={0} role="region" aria-label={title}>
          <table className="plain-table">
            <thead><tr><th>{head}</th>{figures.map((figure) => <th key={figure.title} className="money">{figure.title}</th>)}</tr></thead>
            <tbody>{data.rows.map((row) => (
              <tr key={row.code}>
                <td>{village ? <b>{placeTitle(row)}</b> : <Link className="cell-name" to={placeLink(base, row.code, choice)}>{row.kind === 'district' ? row.name : placeTitle(row)}</Link>}</td>
                {figures.map((figure) => <td key={figure.title} data-label={figure.title} className="money">{figure.cell(row)}</td>)}
              </tr>
            ))}</tbody>
            {!village && <tfoot><tr><td>{placeTitle(data.scope)}</td>{figures.map((figure) => <td key={figure.title} data-label={figure.title} className="money">{figure.cell(data.scope)}</td>)}</tr></tfoot>}
          </table>
        </div>
      )}
    </div>
  );
}
