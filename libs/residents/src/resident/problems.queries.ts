import type { Actor, Database } from '#platform';
import { areasWithin } from '../area-path.js';
import { reachOf } from '../reach.js';
import { ODDITIES } from './oddities.js';
import type { ResidentProblemListDto } from './resident.dto.js';

interface Counts {
  headless: number;
  mismatched: number;
  temporary: number;
}

/** What is odd in the register and how often; nothing here keeps a letter from being made. */
export async function residentProblems(database: Database, actor: Actor): Promise<ResidentProblemListDto> {
  const reach = reachOf(actor);
  const living = `from residents r where r.village_id = $1 and r.basic_status = 1 ${reach ? `and r.area_id = any(${areasWithin('$2')})` : ''}`;
  const [row] = await database.readVillage<Counts>(actor, {
    name: reach ? 'resident-problems-own-area' : 'resident-problems',
    text: `select (select count(*)::int from (
                     select family_id ${living} group by family_id having not bool_or(family_position = 1)) headless) as headless,
                  count(*) filter (where ${ODDITIES['nik-birthdate-mismatch']})::int as mismatched,
                  count(*) filter (where ${ODDITIES['temporary-nik']})::int as temporary
             ${living}`,
    values: reach ? [actor.unitId, reach] : [actor.unitId],
  });
  const { headless, mismatched, temporary } = row ?? { headless: 0, mismatched: 0, temporary: 0 };
  return {
    items: [
      { kind: 'family-without-head', label: 'Keluarga tanpa kepala', detail: 'Tentukan siapa kepala keluarganya.', count: headless },
      { kind: 'nik-birthdate-mismatch', label: 'Tanggal lahir berbeda dengan NIK', detail: 'Cocokkan dengan KTP atau akta. NIK tidak berganti karenanya.', count: mismatched },
      { kind: 'temporary-nik', label: 'NIK masih sementara', detail: 'Isi NIK begitu terbit.', count: temporary },
    ],
  };
}
