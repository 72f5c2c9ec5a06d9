import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database, notFound } from '#platform';
import { mappingExists } from '../imports.errors.js';
import type { ImportMappingBodyDto } from './import-mapping.dto.js';
import { readMapping } from './read-mapping.js';

/** Other headings, or another name, for a saved mapping. */
@Injectable()
export class ReplaceImportMapping {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 404; 422; 409 MAPPING_EXISTS */
  async run(actor: Actor, id: string, said: ImportMappingBodyDto): Promise<void> {
    const { name, mapping } = readMapping(said);
    await this.database.inVillage(actor, async (tx) => {
      const before = await tx.one<{ name: string; mapping: Record<string, string>; taken: boolean }>(
        `select name, mapping, exists (select from import_mappings o where o.village_id = $1 and o.kind = m.kind and lower(o.name) = lower($3) and o.id <> m.id) as taken
           from import_mappings m where village_id = $1 and id = $2 for update`,
        [actor.unitId, id, name],
      );
      if (!before) throw notFound();
      if (before.taken) throw mappingExists();
      await tx.query('update import_mappings set name = $3, mapping = $4, saved_by = $5, saved_by_name = $6, saved_at = $7 where village_id = $1 and id = $2', [actor.unitId, id, name, JSON.stringify(mapping), actor.userId, actor.userName, tx.now]);
      audit(tx, { action: 'import-mapping.replaced', subjectType: 'import-mapping', subjectId: id, detail: { name: [before.name, name], mapping: [before.mapping, mapping] } });
    }).catch((error: unknown) => {
      // Two who rename at once: the index lets one of them.
      throw (error as { code?: string }).code === '23505' ? mappingExists() : error;
    });
  }
}
