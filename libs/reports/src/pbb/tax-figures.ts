import { ALL } from '#tallies';
import type { PlainDate } from '#values';
import type { SumCell } from '../sums/sums.queries.js';

/** Measures of libs/pbb by what they are called in a report. dim1 is the tax year, dim2 the book. */
const MEASURES = { bills: 'pbb-bills', assessed: 'pbb-assessed', opening: 'pbb-opening', received: 'pbb-received', penalty: 'pbb-penalty' } as const;
export type TaxMeasure = keyof typeof MEASURES;
const measures = Object.keys(MEASURES) as TaxMeasure[];

/** Rupiah, but for `bills` and `percent`. */
export interface TaxFigures {
  readonly bills: number;
  /** Baku: what the living bills come to. */
  readonly assessed: number;
  /** Paid before the bills came here; in no month. */
  readonly opening: number;
  /** Principal received from taxpayers. */
  readonly received: number;
  readonly penalty: number;
  readonly remaining: number;
  readonly percent: number | null;
}

export type TaxCells<Prefix extends string> = Record<`${Prefix}.${TaxMeasure}`, SumCell>;

export const taxCell = (measure: TaxMeasure, taxYear: number, day: PlainDate, book: string = ALL): SumCell => ({ measure: MEASURES[measure], dim1: String(taxYear), dim2: book, day });

/** The cells of all figures of a tax year on a day, each under `prefix.figure`. */
export const taxCells = <Prefix extends string>(prefix: Prefix, taxYear: number, day: PlainDate, book?: string): TaxCells<Prefix> =>
  Object.fromEntries(measures.map((measure) => [`${prefix}.${measure}`, taxCell(measure, taxYear, day, book)])) as TaxCells<Prefix>;

export function taxFigures<Prefix extends string>(prefix: Prefix, sums: Readonly<Record<string, number>>): TaxFigures {
  const of = (measure: TaxMeasure): number => sums[`${prefix}.${measure}`] ?? 0;
  const [assessed, opening, received] = [of('assessed'), of('opening'), of('received')];
  return { bills: of('bills'), assessed, opening, received, penalty: of('penalty'), remaining: assessed - opening - received, percent: percentOf(opening + received, assessed) };
}

/** With one decimal, cut off and not rounded: 100 is said only when nothing is left. Null without a whole. */
export const percentOf = (part: number, whole: number): number | null => (whole <= 0 ? null : Math.floor((part * 1_000) / whole) / 10);

/** Made once: comparing by locale makes one for every pair. */
const byName = new Intl.Collator('id');

/** From most to least collected; those of equal share by name. Nothing assessed, no rank. */
export function ranked<Row extends { readonly name: string; readonly figures: TaxFigures }>(rows: readonly Row[]): (Row & { rank: number | null })[] {
  const sorted = rows.toSorted((a, b) => (b.figures.percent ?? -1) - (a.figures.percent ?? -1) || byName.compare(a.name, b.name));
  return sorted.map((row, place) => ({ ...row, rank: row.figures.percent === null ? null : place + 1 }));
}
