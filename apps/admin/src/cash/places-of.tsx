import { useQueries } from '@tanstack/react-query';
import { api } from '../api/client.js';
import type { Bill, Collector, Page } from '../api/contract.js';
import { Button } from 'antd';
import { useAreaOptions } from '../residents/resident-data.js';

type Assignment = Collector['assignments'][number];

/** Where a collector goes: areas by their names, single objects by their NOP; each can be ended where that is asked for. */
export function PlacesOf({ assignments, onEnd }: { assignments: readonly Assignment[]; onEnd?: ((assignment: Assignment, words: string) => void) | undefined }) {
  const areas = useAreaOptions();
  const objects = assignments.map(({ objectId }) => objectId).filter((id) => id !== null);
  const bills = useQueries({ queries: objects.map((object) => ({ queryKey: ['bills', 'nop-of', object], queryFn: () => api.get<Page<Bill>>('/bills', { query: { object, limit: 1 } }), staleTime: 600_000 })) });
  const wordsOf = ({ areaId, objectId }: Assignment) => (areaId !== null ? areas.find(({ value }) => value === areaId)?.label ?? '…' : `NOP ${bills[objects.indexOf(objectId ?? '')]?.data?.items[0]?.nop ?? '…'}`);
  const places = [...assignments.filter(({ areaId }) => areaId !== null), ...assignments.filter(({ areaId }) => areaId === null)].map((assignment) => ({ assignment, words: wordsOf(assignment) }));
  if (places.length === 0) return <span className="quiet">belum ditugaskan</span>;
  if (!onEnd) return <>{places.map(({ words }) => words).join('; ')}</>;
  return <ul className="places">{places.map(({ assignment, words }) => <li key={assignment.id}>{words}<Button size="small" type="link" aria-label={`Akhiri penugasan di ${words}`} onClick={() => onEnd(assignment, words)}>Akhiri</Button></li>)}</ul>;
}
