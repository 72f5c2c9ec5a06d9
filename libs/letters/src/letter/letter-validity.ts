import { addDays, addMonths, type PlainDate } from '#values';

export interface Validity {
  readonly amount: number;
  readonly unit: 'day' | 'month';
}

/** The last day a letter is valid; null = without limit. Months end on the same day, or the month's last. */
export function validUntil(approvedOn: PlainDate, validity: Validity | null): PlainDate | null {
  if (!validity) return null;
  return validity.unit === 'day' ? addDays(approvedOn, validity.amount) : addMonths(approvedOn, validity.amount);
}
