import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api } from '../api/client.js';
import type { BankAccount, BankDay, Candidate, Page, Standing, StatementLineDetail } from '../api/contract.js';

/** A regency has a handful. */
export const accountsOf = queryOptions({
  queryKey: ['bank', 'accounts'],
  queryFn: ({ signal }) => api.get<Page<BankAccount>>('/bank-accounts', { query: { limit: 100 }, signal }),
  select: ({ items }) => items,
});

export const accountName = ({ bank, number }: Pick<BankAccount, 'bank' | 'number'>): string => `${bank} ${number}`;

export const standingOf = queryOptions({
  queryKey: ['bank', 'standing'],
  queryFn: ({ signal }) => api.get<Standing>('/reconciliation/standing', { signal }),
  refetchInterval: 15_000,
});

export const dayOf = (date: string) => queryOptions({ queryKey: ['bank', 'day', date], queryFn: ({ signal }) => api.get<BankDay>(`/reconciliation/days/${date}`, { signal }) });

/** With its decisions; asked again until the villages have posted theirs. */
export const lineOf = (id: string) => queryOptions({
  queryKey: ['bank', 'line', id],
  queryFn: ({ signal }) => api.get<StatementLineDetail>(`/statement-lines/${id}`, { signal }),
  refetchInterval: ({ state: { data } }) => (data?.claim && !data.claim.settled ? 2_000 : false),
});

export const candidatesOf = (id: string) => queryOptions({
  queryKey: ['bank', 'candidates', id],
  queryFn: ({ signal }) => api.get<{ items: Candidate[] }>(`/statement-lines/${id}/candidates`, { signal }),
  select: ({ items }) => items,
});

/** What is counted follows a moment after what was done. */
const COUNTED_MS = 2_500;

/** A decision moves lines, deposits, counts and both books. */
export function bankChanged(queries: QueryClient): Promise<void> {
  setTimeout(() => void queries.invalidateQueries({ queryKey: standingOf.queryKey }), COUNTED_MS);
  return queries.invalidateQueries({ queryKey: ['bank'] });
}
