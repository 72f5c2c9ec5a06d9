import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';
import type { Page, VillageRow } from '../api/contract.js';

export const villageName = (row: Pick<VillageRow, 'kind' | 'name'>): string => `${row.kind === 'desa' ? 'Desa' : 'Kelurahan'} ${row.name}`;

/** Every village of the regency by code, its district beside it: names repeat. */
export function useVillageOptions(): { value: string; label: string }[] {
  const { data } = useQuery({ queryKey: ['villages', 'all'], queryFn: () => api.get<Pick<Page<VillageRow>, 'items'>>('/villages'), staleTime: 600_000 });
  return (data?.items ?? []).map((row) => ({ value: row.code, label: `${villageName(row)}, ${row.districtName}` }));
}
