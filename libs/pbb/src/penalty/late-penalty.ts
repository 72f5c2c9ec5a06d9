import { addMonths, applyRate, dateParts, lastDayOfMonth, type PlainDate, type Rupiah } from '#values';

/**
 * What a regency charges for paying late, for a range of tax years. It is the by-law's (UU 1/2022 Ps. 101; before it UU
 * 28/2009 Ps. 97 and 100), so it comes from an effective-dated rule set and is nowhere written into code.
 */
export interface PenaltyRule {
  /** Parts per 100.000 a month: 1 % = 1000. */
  readonly monthlyRate: number;
  /** Months after which it grows no more. */
  readonly mostMonths: number;
}

export interface LatePenalty {
  /** Months begun since the due date, capped. */
  readonly months: number;
  /** Rupiah, rounded once, half up. */
  readonly amount: Rupiah;
}

/**
 * The penalty on a principal paid on a day: simple, on the principal alone, part of a month counting as a whole one (UU
 * 12/1985, elucidation). 0 until the due date, that day included.
 */
export function latePenalty(principal: Rupiah, dueOn: PlainDate, paidOn: PlainDate, { monthlyRate, mostMonths }: PenaltyRule): LatePenalty {
  const months = Math.min(monthsLate(dueOn, paidOn), mostMonths);
  return { months, amount: applyRate(principal, monthlyRate * months) };
}

/**
 * Months begun between due date and payment. Month k ends on the same day of the k-th following month, or on its last day
 * where it is shorter; when the due date is itself the last of its month, each month ends on its last day.
 */
export function monthsLate(dueOn: PlainDate, paidOn: PlainDate): number {
  if (paidOn <= dueOn) return 0;
  const [due, paid] = [dateParts(dueOn), dateParts(paidOn)];
  const between = (paid.year - due.year) * 12 + paid.month - due.month;
  return endOfMonth(dueOn, between) >= paidOn ? between : between + 1;
}

/** The last day of the k-th month after the due date. */
export function endOfMonth(dueOn: PlainDate, k: number): PlainDate {
  const same = addMonths(dueOn, k);
  return dueOn === lastDayOfMonth(dueOn) ? lastDayOfMonth(same) : same;
}
