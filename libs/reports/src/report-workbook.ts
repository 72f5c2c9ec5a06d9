import type { Readable } from 'node:stream';
import { type WorkbookCell, type WorkbookColumn, workbookFile } from '#platform';
import type { CashPlaceDto, UndepositedCashDto } from './cash/undeposited-cash.dto.js';
import type { LetterReportDto } from './letters/letter-report.dto.js';
import type { OverviewDto } from './overview/overview.dto.js';
import type { TaxReportDto } from './pbb/tax-report.dto.js';
import type { PopulationReportDto } from './population/population-report.dto.js';
import type { PlaceDto } from './report.dto.js';

const text = (heading: string, width = 22): WorkbookColumn => ({ heading, holds: 'text', width });
const number = (heading: string): WorkbookColumn => ({ heading, holds: 'number', width: 14 });
const rupiah = (heading: string): WorkbookColumn => ({ heading, holds: 'rupiah', width: 18 });
/** A share has a decimal that a whole number's format would hide. */
const percent = (heading: string): WorkbookColumn => ({ heading, holds: 'percent', width: 12 });

const place = [text('Kode', 16), text('Nama'), text('Kecamatan')];
const placeCells = ({ code, name, districtName }: PlaceDto): WorkbookCell[] => [code, name, districtName];

/** One sheet: the rows of the screen in its order, the sum of its head last. */
function sheet<Row extends PlaceDto>(name: string, columns: readonly WorkbookColumn[], rows: readonly Row[], total: Row, cells: (row: Row) => WorkbookCell[]): Readable {
  const lines = [...rows.map((row) => [...placeCells(row), ...cells(row)]), ['', `Jumlah ${total.name}`, total.districtName, ...cells(total)]];
  return workbookFile<readonly WorkbookCell[]>(name, [...place, ...columns], async (last) => (last === null ? lines : []), (line) => line);
}

export const taxWorkbook = ({ rows, scope, period }: TaxReportDto): Readable =>
  sheet(`PBB ${period}`,
    [number('Tagihan'), rupiah('Baku'), rupiah('Saldo awal'), rupiah('Realisasi'), rupiah('Sisa'), percent('Persen'), rupiah('Denda'), percent('Persen tahun lalu')],
    rows, { ...scope, rank: null },
    ({ figures, before }) => [figures.bills, figures.assessed, figures.opening, figures.received, figures.remaining, figures.percent, figures.penalty, before.percent]);

export const letterWorkbook = ({ rows, scope, period }: LetterReportDto): Readable =>
  sheet(`Surat ${period}`, [number('Diajukan'), number('Terbit'), number('Ditolak'), number('Dibatalkan'), number('Terbit tahun lalu')], rows, scope,
    ({ figures, before }) => [figures.requested, figures.issued, figures.rejected, figures.voided, before.issued]);

export const populationWorkbook = ({ rows, scope, on }: PopulationReportDto): Readable =>
  sheet(`Penduduk ${on}`, [number('Laki-laki'), number('Perempuan'), number('Jumlah'), number('Setahun lalu'), number('Pembetulan')], rows, scope,
    ({ figures, before }) => [figures.male, figures.female, figures.residents, before.residents, figures.corrections]);

/** @param tax whether the reader may see how much of the land tax is collected */
export const overviewWorkbook = ({ rows, scope, on }: OverviewDto, tax: boolean): Readable =>
  sheet(`Ringkasan ${on}`, [number('Penduduk'), number('Surat terbit'), ...(tax ? [percent('PBB terkumpul (%)')] : [])], rows, scope,
    ({ figures }) => [figures.residents, figures.letters, ...(tax ? [figures.taxPercent] : [])]);

export const cashWorkbook = ({ rows, total }: UndepositedCashDto): Readable =>
  sheet<CashPlaceDto>('Uang belum disetor', [text('Buku kuitansi'), rupiah('Belum disetor'), rupiah('Lebih dari 24 jam'), rupiah('Lebih dari 7 hari'), text('Tertua diterima', 26)],
    rows, { ...total, code: '', name: '', kind: 'regency', districtName: null, books: [] },
    ({ books, amount, overDay, overWeek, oldest }) => [books.join(', '), amount, overDay, overWeek, oldest]);
