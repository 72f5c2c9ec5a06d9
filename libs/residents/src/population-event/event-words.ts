import { maskNik, type PlainDate } from '#values';
import { displayLabel } from '../code-table/code-table.js';
import { CODE_TABLES, type CodeTableName } from '../code-table/code-tables.js';
import { IDENTITY_FIELDS, SPECIFIC_FIELDS } from '../resident/resident-fields.js';
import type { PopulationEventDto } from './population-event.dto.js';
import type { FieldChanges, PopulationEventType } from './record-event.js';

export interface EventColumns {
  id: string;
  type: PopulationEventType;
  happened_on: PlainDate | null;
  reported_on: PlainDate;
  recorded_by_name: string;
  note: string | null;
  reverses: string | null;
  detail: FieldChanges | null;
}

const TYPE_NAMES: Record<PopulationEventType, string> = { opening: 'Saldo awal penduduk', correction: 'Pembetulan data' };

/** `sensitive`: the actor may see specific personal data; without it such fields of a diff are left out. */
export function eventDto(event: EventColumns, sensitive: boolean): PopulationEventDto {
  return {
    id: event.id,
    type: event.type,
    typeName: event.reverses ? `Pembatalan ${TYPE_NAMES[event.type].toLowerCase()}` : TYPE_NAMES[event.type],
    happenedOn: event.happened_on,
    reportedOn: event.reported_on,
    recordedBy: event.recorded_by_name || 'sistem',
    note: event.note,
    reversal: event.reverses !== null,
    diff: event.detail && changesInWords(event.detail, sensitive),
  };
}

function changesInWords(changes: FieldChanges, sensitive: boolean): Record<string, [string | null, string | null]> {
  const shown = Object.entries(changes).filter(([field]) => sensitive || !SPECIFIC_FIELDS.has(field));
  return Object.fromEntries(shown.map(([field, [before, after]]) => [field, [valueInWords(field, before), valueInWords(field, after)]]));
}

/** `Kristen` for religion 2; numbers of identity masked. */
function valueInWords(field: string, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (IDENTITY_FIELDS.has(field)) return maskNik(String(value));
  if (typeof value === 'boolean') return value ? 'Ya' : 'Tidak';
  if (typeof value === 'number' && field in CODE_TABLES) return displayLabel(CODE_TABLES[field as CodeTableName], value) ?? String(value);
  return String(value);
}
