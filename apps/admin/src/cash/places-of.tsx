import { useQueries } from '@tanstack/react-query';
import { api } from '../api/client.js';
import type { Bill, Collector, Page } from '../api/contract.js';
import { useAreaOptions } from '../residents/resident-data.js';

/** Where a collector goes: areas by their names, single objects by their NOP. */
export function PlacesOf({ assignments }: { assignments: Collector['assignments'] }) {
  const areas = useAreaOptions();
  const objects = assignments.map(({ objectId }) => objectId).filter((id) => id !== null);
  const bills = useQueries({ queries: objects.map((object) => ({ queryKey: ['bills', 'nop-of', object], queryFn: () => api.get<Page<Bill>>('/bills', { query: { object, limit: 1 } }), staleTime: 600_000 })) });
  const words = [
    ...assignments.map(({ areaId }) => areaId && (areas.find(({ value }) => value === areaId)?.label ?? '…')).filter((label) => label !== null),
    ...bills.map(({ data }) => `NOP ${data?.items[0]?.nop ?? '…'}`),
  ];
  return words.length === 0 ? <span className="quiet">belum ditugaskan</span> : <>{words.join('; ')}</>;
}
