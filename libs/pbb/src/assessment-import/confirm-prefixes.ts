import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { importNotReady, lockRun } from '#imports';
import { type Actor, Database, DomainError, type FieldError, invalidFields } from '#platform';
import { ASSESSMENT_IMPORT, ASSESSMENT_IMPORT_SUBJECT } from './assessment-import.js';
import { compareAssessmentParts } from './assessment-import.job.js';
import type { PrefixOfVillageDto } from './assessment-import.dto.js';

/** Says which village a tax-office prefix names, for as many as one likes at once; the list is then looked at again. */
@Injectable()
export class ConfirmPrefixes {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 404; 409 IMPORT_STATE, PREFIX_TAKEN; 422 for a prefix the list does not have or an unknown village */
  async run(actor: Actor, runId: string, prefixes: readonly PrefixOfVillageDto[]): Promise<void> {
    await this.database.inVillage(actor, async (tx) => {
      const run = await lockRun(tx, ASSESSMENT_IMPORT, runId);
      if (run.state !== 'checked') throw importNotReady();
      const rows = await tx.query<{ place: bigint; in_list: boolean; unit_id: number | null; taken_by: number | null }>(
        `select g.place, exists (select from assessment_parts a where a.village_id = $1 and a.run_id = $2 and a.prefix = g.prefix) as in_list,
                (select u.id from units u where u.code = g.village and u.id > 0) as unit_id, (select n.unit_id from nop_prefixes n where n.prefix = g.prefix) as taken_by
           from unnest($3::text[], $4::text[]) with ordinality as g (prefix, village, place) order by g.place`,
        [actor.unitId, runId, prefixes.map(({ prefix }) => prefix), prefixes.map(({ village }) => village)],
      );
      const errors = rows.flatMap(({ place, in_list, unit_id }): FieldError[] => [
        ...(in_list ? [] : [{ field: `prefixes.${Number(place) - 1}.prefix`, code: 'NOT_IN_LIST', message: 'Kode ini tidak ada di daftar ini.' }]),
        ...(unit_id === null ? [{ field: `prefixes.${Number(place) - 1}.village`, code: 'UNKNOWN', message: 'Desa ini tidak ada di kabupaten ini.' }] : []),
      ]);
      if (errors.length > 0) throw invalidFields(errors);
      const taken = rows.find(({ unit_id, taken_by }) => taken_by !== null && taken_by !== unit_id);
      if (taken) throw new DomainError('PREFIX_TAKEN', 409, 'Kode ini sudah ditetapkan untuk desa lain.', [{ field: `prefixes.${Number(taken.place) - 1}.prefix`, code: 'PREFIX_TAKEN', message: 'Sudah ditetapkan untuk desa lain.' }]);
      await tx.query(
        `insert into nop_prefixes (prefix, unit_id, confirmed_by, confirmed_by_name, confirmed_at) select g.prefix, g.unit, $3, $4, $5 from unnest($1::text[], $2::int[]) as g (prefix, unit) on conflict do nothing`,
        [prefixes.map(({ prefix }) => prefix), rows.map(({ unit_id }) => unit_id), actor.userId, actor.userName, tx.now],
      );
      audit(tx, { action: 'nop-prefixes.confirmed', subjectType: ASSESSMENT_IMPORT_SUBJECT, subjectId: runId, detail: Object.fromEntries(prefixes.map(({ prefix, village }) => [prefix, village])) });
      const taskId = tx.startTask(compareAssessmentParts, { runId }, { kind: 'assessment-import.compare', subjectType: ASSESSMENT_IMPORT_SUBJECT, subjectId: runId });
      tx.write('update import_runs set task_id = $3 where village_id = $1 and id = $2', [actor.unitId, runId, taskId]);
    });
  }
}
