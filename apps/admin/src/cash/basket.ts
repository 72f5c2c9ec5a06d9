import type { Bill } from '../api/contract.js';

/** An object whose bills are being paid, with all of its unpaid years. */
export interface BasketObject { readonly objectId: string; readonly bills: readonly Bill[] }

/** The years of an object, oldest first: the order in which they are asked for. */
export const oldestFirst = (bills: readonly Bill[]): Bill[] => bills.toSorted((a, b) => a.taxYear - b.taxYear || a.cycle - b.cycle);

/** What is ticked, oldest year first; every year of a chosen object is, until it is taken off. */
export function tickedBills(objects: readonly BasketObject[], off: ReadonlySet<string>): Bill[] {
  return oldestFirst(objects.flatMap(({ bills }) => bills)).filter(({ id }) => !off.has(id));
}

/** Years left unpaid although a newer one of the same object is paid. */
export function skippedYears(bills: readonly Bill[], off: ReadonlySet<string>): number[] {
  const newest = Math.max(...bills.filter(({ id }) => !off.has(id)).map(({ taxYear }) => taxYear));
  return oldestFirst(bills).filter(({ id, taxYear }) => off.has(id) && taxYear < newest).map(({ taxYear }) => taxYear);
}

export interface BasketSum { readonly principal: number; readonly penalty: number; readonly total: number; readonly ruleMissing: boolean }

/** As of today; the quotation says it again with authority. */
export function sumOf(bills: readonly Bill[]): BasketSum {
  const principal = bills.reduce((sum, { owed }) => sum + owed, 0);
  const penalty = bills.reduce((sum, bill) => sum + (bill.penalty?.amount ?? 0), 0);
  return { principal, penalty, total: principal + penalty, ruleMissing: bills.some((bill) => bill.penalty === null) };
}

/** Bills of a search, by object in the order found. */
export function byObject(bills: readonly Bill[]): BasketObject[] {
  const objects = new Map<string, Bill[]>();
  for (const bill of bills) objects.set(bill.objectId, [...(objects.get(bill.objectId) ?? []), bill]);
  return [...objects].map(([objectId, years]) => ({ objectId, bills: oldestFirst(years) }));
}
