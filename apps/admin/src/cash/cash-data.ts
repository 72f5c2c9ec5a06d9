import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { formatRupiah, terbilangRupiah } from '#values';
import { api, type Query } from '../api/client.js';
import type { Collector, Page } from '../api/contract.js';
import { useMe } from '../session/session.js';

export const collectorsOf = queryOptions({
  queryKey: ['collectors'],
  queryFn: ({ signal }) => api.get<Pick<Page<Collector>, 'items'>>('/collectors', { signal }),
  staleTime: 5_000,
  refetchInterval: 60_000,
});

/** The signed-in person as a collector of this village; null when they have no receipt book here. */
export function useOwnCollector() {
  const me = useMe();
  const asked = useQuery(collectorsOf);
  return { ...asked, collector: asked.data?.items.find(({ userId, endedOn }) => userId === me.id && endedOn === null) ?? null };
}

/** Everything that shows where the money is. */
export async function cashChanged(queries: QueryClient): Promise<void> {
  await Promise.all(['collectors', 'payments', 'deposits', 'bills', 'trial-balance'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
}

const MOST_PAGES = 10;

/** A whole short list, page after page. */
export async function allOf<T>(path: string, query: Query, signal: AbortSignal): Promise<T[]> {
  const found: T[] = [];
  let after: string | null = null;
  for (let turn = 0; turn < MOST_PAGES; turn++) {
    const page: Page<T> = await api.get<Page<T>>(path, { query: { ...query, limit: 100, after }, signal });
    found.push(...page.items);
    if (page.next === null) break;
    after = page.next;
  }
  return found;
}

export const rupiah = (amount: number): string => formatRupiah(BigInt(amount));

/** `Dua puluh lima ribu rupiah`, as the receipt prints it. */
export function amountWords(amount: number): string {
  const words = terbilangRupiah(BigInt(amount));
  return words.charAt(0).toUpperCase() + words.slice(1);
}
