import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database, newId } from '#platform';
import { mappingExists } from '../imports.errors.js';
import type { NewImportMappingDto } from './import-mapping.dto.js';
import { readMapping } from './read-mapping.js';

/** Keeps the headings of an office's files under a name, for the next file of the same make. */
@Injectable()
export class SaveImportMapping {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @returns its id @throws DomainError 422; 409 MAPPING_EXISTS */
  async run(actor: Actor, { kind, ...said }: NewImportMappingDto): Promise<string> {
    const { name, mapping } = readMapping(said);
    return this.database.inVillage(actor, async (tx) => {
      const id = newId();
      const saved = await tx.one(
        `insert into import_mappings (village_id, id, kind, name, mapping, saved_by, saved_by_name, saved_at) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning 1`,
        [actor.unitId, id, kind, name, JSON.stringify(mapping), actor.userId, actor.userName, tx.now],
      );
      if (!saved) throw mappingExists();
      audit(tx, { action: 'import-mapping.saved', subjectType: 'import-mapping', subjectId: id, detail: { kind, name } });
      return id;
    });
  }
}
