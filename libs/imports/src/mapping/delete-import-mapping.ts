import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database, notFound } from '#platform';

/** Forgets a saved mapping; runs that were read by it keep their own copy. */
@Injectable()
export class DeleteImportMapping {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 404 */
  async run(actor: Actor, id: string): Promise<void> {
    await this.database.inVillage(actor, async (tx) => {
      const gone = await tx.one<{ kind: string; name: string }>('delete from import_mappings where village_id = $1 and id = $2 returning kind, name', [actor.unitId, id]);
      if (!gone) throw notFound();
      audit(tx, { action: 'import-mapping.deleted', subjectType: 'import-mapping', subjectId: id, detail: { kind: gone.kind, name: gone.name } });
    });
  }
}
