import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { addDays, isPlainDate, type PlainDate } from '#values';
import { PageHead } from '../parts/page-head.js';
import { Bars, Broken } from '../parts/states.js';
import { dayAndDate, today } from '../parts/words.js';
import { dayOf } from './bank-data.js';
import { DayPicker } from './day-picker.js';
import { DayTable } from './day-table.js';
import { StandingTables } from './standing-tables.js';
import './bank.css';

/** One day as the bank and as the villages have it, and how both books stand now. */
export function Reconciliation() {
  const [params, setParams] = useSearchParams();
  const asked = params.get('tanggal') ?? '';
  // The last day a statement can tell of.
  const yesterday = addDays(today(), -1);
  const date = isPlainDate(asked) && asked <= today() ? asked : yesterday;
  const day = useQuery(dayOf(date));
  const pick = (to: PlainDate) => setParams(to === yesterday ? {} : { tanggal: to }, { replace: true });
  return (
    <div className="page">
      <PageHead title="Rekonsiliasi harian" sub={dayAndDate(date)} acts={<DayPicker date={date} onPick={pick} />} />
      {day.isPending ? <Bars lines={5} /> : day.isError ? <Broken error={day.error} retry={() => void day.refetch()} /> : <DayTable day={day.data} />}
      <StandingTables />
    </div>
  );
}
