import { type Actor, type Database, decodeCursor, notFound, page } from '#platform';
import type { AssessmentPartCountsDto, AssessmentPartListDto } from './assessment-import.dto.js';
import { ASSESSMENT_IMPORT } from './assessment-import.js';

interface Row {
  prefix: string;
  village: string | null;
  village_name: string | null;
  proposed: string | null;
  proposed_name: string | null;
  state: string;
  counts: AssessmentPartCountsDto;
  amount: bigint;
  refusal: string | null;
}

/** The parts of a run by prefix. @throws DomainError NOT_FOUND */
export async function listAssessmentParts(database: Database, actor: Actor, runId: string, query: { limit?: number; after?: string }): Promise<AssessmentPartListDto> {
  const limit = query.limit ?? 50;
  const from = decodeCursor(query.after, ['text'], { runId });
  const [runs, rows] = await database.readVillageAll<[{ id: string }, Row]>(actor, [
    { name: 'assessment-run', text: 'select id from import_runs where village_id = $1 and kind = $2 and id = $3', values: [actor.unitId, ASSESSMENT_IMPORT, runId] },
    {
      name: 'assessment-parts',
      text: `select a.prefix, u.code as village, r.name as village_name, pu.code as proposed, pr.name as proposed_name, a.state, a.counts, a.amount, a.refusal
               from assessment_parts a left join units u on u.id = a.for_village_id left join regions r on r.code = u.code
               left join units pu on pu.id = a.proposed_village_id left join regions pr on pr.code = pu.code
              where a.village_id = $1 and a.run_id = $2 and ($3::text is null or a.prefix > $3) order by a.prefix limit $4`,
      values: [actor.unitId, runId, from?.[0] ?? null, limit + 1],
    },
  ]);
  if (!runs[0]) throw notFound();
  return page(rows, limit, { runId }, (row) => [row.prefix], (row) => ({
    prefix: row.prefix, village: row.village, villageName: row.village_name, proposedVillage: row.proposed, proposedVillageName: row.proposed_name,
    state: row.state, counts: row.counts, amount: Number(row.amount), refusal: row.refusal,
  }));
}
