import { useQueries } from '@tanstack/react-query';
import { api } from '../api/client.js';
import type { Bill, Page } from '../api/contract.js';
import { oldestFirst, type BasketObject } from './basket.js';

/** The unpaid years of the chosen objects as they stand now; an object paid meanwhile falls out. */
export function useBasket(objectIds: readonly string[]): { objects: BasketObject[]; pending: boolean; error: unknown; retry: () => void } {
  const asked = useQueries({
    queries: objectIds.map((object) => ({
      queryKey: ['bills', 'unpaid-of', object],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.get<Page<Bill>>('/bills', { query: { object, status: 'unpaid', limit: 100 }, signal }),
      staleTime: 30_000,
    })),
  });
  return {
    objects: asked.flatMap(({ data }, place) => (data && data.items.length > 0 ? [{ objectId: objectIds[place] ?? '', bills: oldestFirst(data.items) }] : [])),
    pending: asked.some(({ isPending }) => isPending),
    error: asked.find(({ error }) => error)?.error ?? null,
    retry: () => asked.forEach((one) => void one.refetch()),
  };
}
