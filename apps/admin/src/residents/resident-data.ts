import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';
import type { Area, Me, Page, Resident } from '../api/contract.js';
import { titleCase } from '../parts/words.js';
import { useMe } from '../session/session.js';

export const residentOf = (id: string) => queryOptions({
  queryKey: ['residents', 'one', id],
  queryFn: ({ signal }) => api.get<Resident>(`/residents/${id}`, { signal }),
  staleTime: 30_000,
});

export const areasOf = queryOptions({ queryKey: ['areas'], queryFn: () => api.get<Pick<Page<Area>, 'items'>>('/areas'), staleTime: 300_000 });

/** `Dusun Krajan`, `RW 001`; a kelurahan says Lingkungan. */
export function areaWord(area: Pick<Area, 'kind' | 'name'>, hamlet: string): string {
  return area.kind === 'hamlet' ? `${hamlet} ${titleCase(area.name)}` : `${area.kind.toUpperCase()} ${area.name}`;
}

/** Areas as options of a filter, in the order of the tree, each with what it lies in. */
export function useAreaOptions(): { value: string; label: string }[] {
  const me = useMe();
  const hamlet = hamletWord(me);
  const areas = useQuery({ ...areasOf, enabled: me.unit.kind !== 'regency' }).data?.items ?? [];
  const byId = new Map(areas.map((area) => [area.id, area]));
  const words = (area: Area): string => {
    const parent = area.parentId ? byId.get(area.parentId) : undefined;
    return parent ? `${words(parent)}, ${areaWord(area, hamlet)}` : areaWord(area, hamlet);
  };
  return areas.map((area) => ({ value: area.id, label: words(area) })).toSorted((a, b) => a.label.localeCompare(b.label, 'id'));
}

/** `Dusun Krajan, RT 005/RW 002`: where a person is recorded, as far as it is known. */
export function placeWords(row: Pick<Resident, 'hamlet' | 'rw' | 'rt'>, hamlet: string): string | null {
  const below = [row.rt && `RT ${row.rt}`, row.rw && `RW ${row.rw}`].filter(Boolean).join('/');
  return [row.hamlet && `${hamlet} ${titleCase(row.hamlet)}`, below].filter(Boolean).join(', ') || null;
}

export function hamletWord(me: Me): string {
  return me.unit.words['hamlet'] ?? (me.unit.kind === 'kelurahan' ? 'Lingkungan' : 'Dusun');
}
