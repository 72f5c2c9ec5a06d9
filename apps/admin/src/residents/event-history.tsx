import type { ResidentEvent } from '../api/contract.js';
import { History } from '../parts/history.js';
import { briefDate } from '../parts/words.js';
import { FIELD_LABELS } from './correction-fields.js';

/** A person's events, newest first, with what a correction changed. */
export function EventHistory({ events }: { events: readonly ResidentEvent[] }) {
  if (events.length === 0) return <p className="quiet">Belum ada peristiwa.</p>;
  return (
    <History items={events.map((event) => ({
      id: event.id,
      when: briefDate(event.happenedOn ?? event.reportedOn),
      title: event.typeName,
      note: [diffWords(event), event.note, `dicatat ${event.recordedBy}`].filter(Boolean).join(' · '),
    }))} />
  );
}

function diffWords({ diff }: ResidentEvent): string {
  return Object.entries(diff ?? {}).map(([field, [before, after]]) => `${FIELD_LABELS.get(field) ?? 'Isian lain'}: ${before ?? 'kosong'} → ${after ?? 'kosong'}`).join('; ');
}
