import { Inject, Injectable } from '@nestjs/common';
import { audit, fieldDiff } from '#audit';
import { type Actor, Clock, Database, type DomainError, invalidFields, notFound, type Tx } from '#platform';
import { tally } from '#tallies';
import { isPlainDate, maskNik, type PlainDate } from '#values';
import { replaceTokens } from '../resident/keep-tokens.js';
import { loadResident, type RegisteredResident } from '../resident/load-resident.js';
import { sortName } from '../resident/name-tokens.js';
import { columnOf, IDENTITY_FIELDS, type RowField } from '../resident/resident-fields.js';
import { headTaken, nikTaken, nothingChanged, residentChanged } from '../residents.errors.js';
import { residentTallies } from '../residents.tallies.js';
import { checkCorrection } from './correction-rules.js';
import type { NewPopulationEventDto } from './population-event.dto.js';
import { type FieldChanges, recordEvent } from './record-event.js';

type Correction = Omit<NewPopulationEventDto, 'type'>;

/** Puts a record right. What stood before stays in the event, so every register can be explained afterwards. */
@Injectable()
export class CorrectResident {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * @returns the event's id
   * @throws DomainError 404; 422 for wrong fields or when nothing differs; 409 RESIDENT_CHANGED, NIK_TAKEN, FAMILY_HAS_HEAD
   */
  async run(actor: Actor, correction: Correction): Promise<{ id: string }> {
    const today = this.clock.today();
    assertReported(correction.reportedOn, today);
    try {
      return await this.database.inVillage(actor, (tx) => correct(tx, correction, today));
    } catch (error) {
      throw taken(error) ?? error;
    }
  }
}

async function correct(tx: Tx, correction: Correction, today: PlainDate): Promise<{ id: string }> {
  const before = await loadResident(tx, correction.residentId, { lock: true });
  if (!before) throw notFound();
  if (correction.version !== undefined && correction.version !== before.version) throw residentChanged();
  const corrected = checkCorrection(before, correction.changes, today);
  if (!corrected.ok) throw invalidFields(corrected.errors);
  const changes = fieldDiff<Partial<Record<RowField, unknown>>>(before, corrected.after);
  if (!changes) throw nothingChanged();

  const after = { ...before, ...corrected.after } as RegisteredResident;
  await update(tx, before.id, changes, after);
  if ('name' in changes) await replaceTokens(tx, before.id, before.name, after.name);
  tally(tx, residentTallies(before, after));
  const id = await recordEvent(tx, { type: 'correction', residentId: before.id, happenedOn: null, reportedOn: correction.reportedOn, changes, note: correction.note ?? null });
  audit(tx, { action: 'resident.corrected', subjectType: 'resident', subjectId: before.id, detail: { event: id, ...withoutNumbers(changes) } });
  return { id };
}

/** Column names come from our own list of fields, values are parameters. */
async function update(tx: Tx, id: string, changes: FieldChanges, after: RegisteredResident): Promise<void> {
  const columns: string[] = [];
  const values: unknown[] = [tx.actor.unitId, id, tx.now];
  for (const [field, [, value]] of Object.entries(changes)) {
    values.push(value);
    columns.push(`${columnOf(field as RowField)} = $${values.length}`);
  }
  if ('name' in changes) {
    values.push(sortName(after.name));
    columns.push(`sort_name = $${values.length}`);
  }
  await tx.query(`update residents set ${columns.join(', ')}, version = version + 1, updated_at = $3 where village_id = $1 and id = $2`, values);
}

/** The trail is read by people who may not see full NIKs. */
function withoutNumbers(changes: FieldChanges): FieldChanges {
  const masked = (field: string, value: unknown): unknown => (IDENTITY_FIELDS.has(field) && typeof value === 'string' ? maskNik(value) : value);
  return Object.fromEntries(Object.entries(changes).map(([field, [before, after]]) => [field, [masked(field, before), masked(field, after)]]));
}

function assertReported(reportedOn: string, today: PlainDate): void {
  if (!isPlainDate(reportedOn)) throw invalidFields([{ field: 'reportedOn', code: 'DATE_IMPOSSIBLE', message: 'Tanggal ini tidak ada dalam kalender.' }]);
  if (reportedOn > today) throw invalidFields([{ field: 'reportedOn', code: 'DATE_IN_FUTURE', message: 'Tanggal lapor tidak boleh sesudah hari ini.' }]);
}

/** One living person per NIK, one living head per family. */
function taken(error: unknown): DomainError | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code !== '23505') return null;
  return constraint === 'residents_living_nik' ? nikTaken() : constraint === 'residents_one_head' ? headTaken() : null;
}
