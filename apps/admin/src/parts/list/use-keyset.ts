import { keepPreviousData, useQuery, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Query } from '../../api/client.js';
import type { Page } from '../../api/contract.js';
import { listMemory } from './list-memory.js';

export const PAGE_ROWS = 50;

/** A list read page by page with the API's cursor; going back is remembered here, the API only goes on. */
export function useKeyset<T>(name: string, queryKey: QueryKey, path: string, query: Query, options: { enabled?: boolean; refetchInterval?: number } = {}) {
  const memory = listMemory(name);
  const scope = JSON.stringify(query);
  const [, rerender] = useState(0);
  // Another filter is another list: it starts at its first page.
  if (memory.scope !== scope) Object.assign(memory, { scope, cursors: [] });
  const after = memory.cursors.at(-1);
  const result = useQuery({
    queryKey: [...queryKey, query, after ?? null],
    queryFn: ({ signal }) => api.get<Page<T>>(path, { query: { ...query, limit: PAGE_ROWS, after }, signal }),
    placeholderData: keepPreviousData,
    ...options,
  });
  const next = result.data?.next ?? null;

  return {
    ...result,
    rows: result.data?.items ?? [],
    pageNumber: memory.cursors.length,
    goNext: next === null ? null : () => { memory.cursors = [...memory.cursors, next]; rerender((n) => n + 1); },
    goBack: after === undefined ? null : () => { memory.cursors = memory.cursors.slice(0, -1); rerender((n) => n + 1); },
  };
}

/** The typed search of a list, kept in memory while one looks at a record. */
export function useListSearch(name: string): [string, (text: string) => void] {
  const memory = listMemory(name);
  const [text, setText] = useState(memory.search);
  return [text, (next) => {
    memory.search = next;
    setText(next);
  }];
}
