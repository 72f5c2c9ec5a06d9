import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { isPlainDate } from '#values';
import { api } from '../api/client.js';

/** What is chosen stands in the address, so that a report can be sent to somebody: place, day, period. */
export interface ReportChoice {
  readonly parent: string | null;
  /** Null = now, and the page renews itself. */
  readonly on: string | null;
  readonly period: string | null;
  choose(change: Partial<Record<'wilayah' | 'tanggal' | 'masa', string | null>>): void;
}

export function useReportChoice(): ReportChoice {
  const [params, setParams] = useSearchParams();
  const on = params.get('tanggal');
  return {
    parent: params.get('wilayah'),
    on: on && isPlainDate(on) ? on : null,
    period: params.get('masa'),
    choose: (change) => setParams((old) => {
      const next = new URLSearchParams(old);
      for (const [name, value] of Object.entries(change)) if (value) next.set(name, value); else next.delete(name);
      return next;
    }),
  };
}

/** Every few seconds while somebody looks at it: an act in a village is on the page within five. */
const RENEW = 3_000;

type Query = Record<string, string | number | null | undefined>;

/** A report, renewed while the page is in front; a day in the past is asked for once. */
export function useReport<T>(name: string, query: Query, live = true): UseQueryResult<T> {
  return useQuery({
    queryKey: ['report', name, query],
    queryFn: () => api.get<T>(`/reports/${name}`, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: live ? RENEW : false,
  });
}

/** The same question as a file. */
export function filePath(name: string, query: Query): string {
  const words = Object.entries(query).filter(([, value]) => value !== null && value !== undefined).map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`);
  return `/reports/${name}.xlsx${words.length > 0 ? `?${words.join('&')}` : ''}`;
}
