import type { OverviewPlace } from '../api/contract.js';
import { count } from '../parts/words.js';
import { useMay } from '../session/session.js';
import { PlaceReport, type Figure } from './place-report.js';
import { change, percent } from './report-words.js';

const FIGURES: readonly Figure<OverviewPlace>[] = [
  { title: 'Penduduk', cell: ({ figures }) => count(figures.residents) },
  { title: 'Surat terbit', cell: ({ figures }) => count(figures.letters) },
  { title: 'Surat tahun lalu', cell: ({ before }) => <span className="cell-quiet">{count(before.letters)}</span> },
];
const TAX: readonly Figure<OverviewPlace>[] = [
  { title: 'PBB terkumpul', cell: ({ figures }) => percent(figures.taxPercent) },
  { title: 'Dari tahun lalu', cell: ({ figures, before }) => <span className="cell-quiet">{change(figures.taxPercent, before.taxPercent) || '–'}</span> },
];

/** A few figures of every room side by side. */
export function OverviewReport() {
  const may = useMay();
  return <PlaceReport<OverviewPlace> name="overview" title="Ringkasan" fileName="ringkasan.xlsx" base="/laporan" byPeriod figures={may('report.pbb') ? [...FIGURES, ...TAX] : FIGURES} />;
}
