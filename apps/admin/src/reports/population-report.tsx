import type { PopulationReport } from '../api/contract.js';
import { count } from '../parts/words.js';
import { PlaceReport, type Figure } from './place-report.js';

type Place = PopulationReport['scope'];

const FIGURES: readonly Figure<Place>[] = [
  { title: 'Laki-laki', cell: ({ figures }) => count(figures.male) },
  { title: 'Perempuan', cell: ({ figures }) => count(figures.female) },
  { title: 'Jumlah', cell: ({ figures }) => <b>{count(figures.residents)}</b> },
  { title: 'Setahun lalu', cell: ({ before }) => <span className="cell-quiet">{count(before.residents)}</span> },
  { title: 'Pembetulan data', cell: ({ figures }) => count(figures.corrections) },
];

/** How many live where, as the registers of the villages have it; the period only counts corrections. */
export function PopulationReportPage() {
  return <PlaceReport<Place> name="population" title="Penduduk" fileName="laporan-penduduk.xlsx" base="/laporan/penduduk" byPeriod figures={FIGURES} />;
}
