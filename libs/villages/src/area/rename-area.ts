import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database } from '#platform';
import { FieldChecks } from '../text/field-checks.js';
import { areaExists, sqlState } from '../villages.errors.js';
import { readAreaName } from './area-name.js';
import type { AreaDto } from './area.dto.js';
import { areaById } from './area.queries.js';

@Injectable()
export class RenameArea {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** People stay in it. @throws DomainError NOT_FOUND, INVALID_INPUT (name), AREA_EXISTS (409) */
  async run(actor: Actor, id: string, raw: string): Promise<AreaDto> {
    return this.database
      .inVillage(actor, async (tx) => {
        await tx.query('select 1 from areas where village_id = $1 and id = $2 for update', [actor.unitId, id]);
        const before = await areaById(tx, id);
        const checks = new FieldChecks();
        const name = readAreaName(checks, before.kind, raw);
        checks.finish();
        if (name === before.name) return before;
        await tx.query('update areas set name = $3 where village_id = $1 and id = $2', [actor.unitId, id, name]);
        audit(tx, { action: 'area.updated', subjectType: 'area', subjectId: id, detail: { name: [before.name, name] } });
        return areaById(tx, id);
      })
      .catch((error: unknown) => {
        throw sqlState(error) === '23505' ? areaExists() : error;
      });
  }
}
