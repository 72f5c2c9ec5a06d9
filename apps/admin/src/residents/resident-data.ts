import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';
import type { Area, Page, Resident } from '../api/contract.js';
import { titleCase } from '../parts/words.js';

export const residentOf = (id: string) => queryOptions({
  queryKey: ['residents', 'one', id],
  queryFn: ({ signal }) => api.get<Resident>(`/residents/${id}`, { signal }),
  staleTime: 30_000,
});

export const areasOf = queryOptions({ queryKey: ['areas'], queryFn: () => api.get<Pick<Page<Area>, 'items'>>('/areas'), staleTime: 300_000 });

const KIND = { hamlet: 'Dusun', rw: 'RW', rt: 'RT' } as const;

export function areaWord(area: Pick<Area, 'kind' | 'name'>): string {
  return `${KIND[area.kind]} ${area.kind === 'hamlet' ? titleCase(area.name) : area.name}`;
}

/** Areas as options of a filter, in the order of the tree, each with what it lies in. */
export function useAreaOptions(): { value: string; label: string }[] {
  const areas = useQuery(areasOf).data?.items ?? [];
  const byId = new Map(areas.map((area) => [area.id, area]));
  const words = (area: Area): string => {
    const parent = area.parentId ? byId.get(area.parentId) : undefined;
    return parent ? `${words(parent)}, ${areaWord(area)}` : areaWord(area);
  };
  return areas.map((area) => ({ value: area.id, label: words(area) })).toSorted((a, b) => a.label.localeCompare(b.label, 'id'));
}
