import type { Actor, Database, Tx } from '#platform';
import type { PlainDate } from '#values';
import type { OfficialDto, Position } from './official.dto.js';

/** One holder of a post, for one term. */
export interface Official {
  readonly id: string;
  readonly name: string;
  readonly position: Position;
  readonly positionName: string;
  readonly acting: 'Plt.' | 'Plh.' | null;
  readonly rank: string | null;
  readonly nip: string | null;
  readonly maySign: boolean;
  readonly userId: string | null;
  readonly startedOn: PlainDate;
  readonly endedOn: PlainDate | null;
}

const columns = `id, name, position, position_name as "positionName", acting, rank, nip, may_sign as "maySign", user_id as "userId", started_on as "startedOn", ended_on as "endedOn"`;

/** Everyone whose term covers `on` and who may sign, the head first. */
export function signatories(tx: Tx, on: PlainDate): Promise<Official[]> {
  return tx.query<Official>(
    `select ${columns} from officials
      where village_id = $1 and may_sign and started_on <= $2 and (ended_on is null or ended_on >= $2)
      order by position <> 'head', acting is not null, name`,
    [tx.actor.unitId, on],
  );
}

export function officialById(tx: Tx, id: string): Promise<Official | undefined> {
  return tx.one<Official>(`select ${columns} from officials where village_id = $1 and id = $2`, [tx.actor.unitId, id]);
}

/** All terms, past ones last. */
export async function listOfficials(database: Database, actor: Actor, on: PlainDate): Promise<OfficialDto[]> {
  const rows = await database.readVillage<Official>(actor, {
    name: 'villages-officials',
    text: `select ${columns} from officials where village_id = $1
            order by coalesce(ended_on < $2::date, false), position <> 'head', position <> 'secretary', acting is not null, started_on desc, name`,
    values: [actor.unitId, on],
  });
  return rows.map((row) => officialAnswer(row, actor));
}

/** An official as the API answers it. */
export function officialAnswer(official: Official, actor: Actor): OfficialDto {
  return { ...official, actions: actor.permissions.has('official.manage') ? ['update'] : [] };
}
