import type { LetterReport } from '../api/contract.js';
import { count } from '../parts/words.js';
import { PlaceReport, type Figure } from './place-report.js';

type Place = LetterReport['scope'];

const FIGURES: readonly Figure<Place>[] = [
  { title: 'Diajukan', cell: ({ figures }) => count(figures.requested) },
  { title: 'Terbit', cell: ({ figures }) => <b>{count(figures.issued)}</b> },
  { title: 'Ditolak', cell: ({ figures }) => count(figures.rejected) },
  { title: 'Dibatalkan', cell: ({ figures }) => count(figures.voided) },
  { title: 'Terbit tahun lalu', cell: ({ before }) => <span className="cell-quiet">{count(before.issued)}</span> },
];

/** Letters by what was done with them; never whose. */
export function LetterReportPage() {
  return <PlaceReport<Place> name="letters" title="Surat" fileName="laporan-surat.xlsx" base="/laporan/surat" byPeriod figures={FIGURES} />;
}
