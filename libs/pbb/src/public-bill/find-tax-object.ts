import { Inject, Injectable } from '@nestjs/common';
import { Database, publicActor } from '#platform';
import { type Nop, nopPrefix } from '#values';
import type { SeenObject } from './bill-tokens.js';
import { holdsWord } from './name-word.js';

const NOWHERE = 0;

/**
 * Whether a visitor holds the paper of an object: its NOP, and a word of the name printed on a bill in force. There is no
 * search by name, and whichever of the two is wrong, the same is asked of the database and the same answered.
 */
@Injectable()
export class FindTaxObject {
  constructor(@Inject(Database) private readonly database: Database) {}

  async run(nop: Nop, word: string, requestId: string): Promise<SeenObject | null> {
    const [place] = await this.database.readVillage<{ unit_id: number }>(publicActor(NOWHERE, requestId), {
      name: 'public-prefix', text: 'select unit_id from nop_prefixes where prefix = $1', values: [nopPrefix(nop)],
    });
    const villageId = place?.unit_id ?? NOWHERE;
    const [object] = await this.database.readVillage<{ id: string; names: string[] }>(publicActor(villageId, requestId), {
      name: 'public-object',
      text: `select o.id, (select array_agg(distinct b.payer_name) from bills b where b.village_id = $1 and b.object_id = o.id and b.closed_as is null) as names
               from tax_objects o where o.village_id = $1 and o.nop = $2`,
      values: [villageId, nop],
    });
    const matches = (object?.names ?? ['']).map((name) => holdsWord(name, word)).includes(true);
    return object && matches ? { villageId, objectId: object.id } : null;
  }
}
