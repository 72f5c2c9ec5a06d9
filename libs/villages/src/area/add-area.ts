import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { audit } from '#audit';
import { type Actor, Database, invalidFields, type Tx } from '#platform';
import { FieldChecks } from '../text/field-checks.js';
import { areaExists, sqlState } from '../villages.errors.js';
import { type AreaKind, readAreaName } from './area-name.js';
import type { AreaDto, NewAreaDto } from './area.dto.js';
import { areaById } from './area.queries.js';

/** What may contain what; a village without hamlets hangs its RW, one without RW its RT, at the level above or at the root. */
const parents: Record<AreaKind, readonly AreaKind[]> = { hamlet: [], rw: ['hamlet'], rt: ['hamlet', 'rw'] };

@Injectable()
export class AddArea {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError INVALID_INPUT (name, parentId), AREA_EXISTS (409) */
  async run(actor: Actor, input: NewAreaDto): Promise<AreaDto> {
    const checks = new FieldChecks();
    const name = readAreaName(checks, input.kind, input.name);
    checks.finish();
    const parentId = input.parentId ?? null;
    return this.database
      .inVillage(actor, async (tx) => {
        if (parentId) await checkParent(tx, input.kind, parentId);
        const id = uuidv7();
        await tx.query('insert into areas (village_id, id, kind, name, parent_id) values ($1, $2, $3, $4, $5)', [actor.unitId, id, input.kind, name, parentId]);
        const area = await areaById(tx, id);
        audit(tx, { action: 'area.created', subjectType: 'area', subjectId: id, detail: { kind: area.kind, path: area.path } });
        return area;
      })
      .catch((error: unknown) => {
        throw sqlState(error) === '23505' ? areaExists() : error;
      });
  }
}

/** The lock keeps the parent from being removed meanwhile. */
async function checkParent(tx: Tx, kind: AreaKind, parentId: string): Promise<void> {
  const parent = await tx.one<{ kind: AreaKind }>('select kind from areas where village_id = $1 and id = $2 for key share', [tx.actor.unitId, parentId]);
  if (!parent || !parents[kind].includes(parent.kind)) throw invalidFields([{ field: 'parentId', code: 'AREA_PARENT', message: 'Wilayah ini tidak dapat ditempatkan di sana.' }]);
}
