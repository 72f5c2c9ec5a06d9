import { beforeAll, describe, expect, it } from '@jest/globals';
import { jobActor } from '#platform';
import { plainDate } from '#values';
import { connectedAs } from '../../../../test/support/database.js';
import { buildVillage } from '../../../../test/support/database-of.js';
import { buildArea, buildResident } from '../../../../test/support/resident.js';
import { familyStatement } from '../family/family.queries.js';
import { ResidentConditions, type ResidentFilter } from './resident-filter.js';
import { listStatement } from './resident.queries.js';

let village: number;
let area: string;
const today = plainDate('2026-11-24');

interface Statement {
  text: string;
  values: unknown[];
}

/**
 * The plan as the app role gets it under row-level security, for any values, as a prepared statement has it. Sequential
 * scans are off because the tables are small here: what counts is what the index is asked for.
 */
const planOf = ({ text, values }: Statement): Promise<string> =>
  connectedAs('app', async (client) => {
    await client.query(`begin; set local app.village_id = '${village}'; set local enable_seqscan = off; set local enable_bitmapscan = off; set local plan_cache_mode = force_generic_plan`);
    await client.query(`prepare asked (${values.map(() => 'unknown').join(', ')}) as ${text}`);
    const literals = values.map((value) => (typeof value === 'number' ? String(value) : `'${String(value)}'`)).join(', ');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (costs off) execute asked(${literals})`);
    await client.query('rollback');
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });

const list = (filter: ResidentFilter, after: [string, string] | null = null): Statement => listStatement(new ResidentConditions(jobActor(village, 'spec'), filter, today).after(after), 26);

beforeAll(async () => {
  ({ unitId: village } = await buildVillage());
  area = (await buildArea(village, 'KRAJAN')).rtId;
  await buildResident(village, { areaId: area });
});

describe('under row-level security the index is asked', () => {
  it('for the beginning of each word', async () => {
    const plan = await planOf(list({ search: 'siti amin' }));
    expect(plan.match(/Index Only Scan using resident_tokens_pkey/g)).toHaveLength(2);
    expect(plan.match(/Index Cond: \(\(village_id = \$1\) AND \(token >= \$\d+\) AND \(token < \$\d+\)\)/g)).toHaveLength(2);
  });

  it('for the beginning of a NIK or family number', async () => {
    const plan = await planOf(list({ search: '3507994303' }));
    expect(plan.match(/AND \(nik >= \$\d+\) AND \(nik < \$\d+\)/g)).toHaveLength(2);
    expect(plan).toMatch(/using residents_living_nik/);
    expect(plan).toMatch(/using residents_former_nik/);
    expect(plan).toMatch(/AND \(number >= \$\d+\) AND \(number < \$\d+\)/);
  });

  it('for the next page in order of names, without a sort', async () => {
    const plan = await planOf(list({ status: 'alive' }, ['SITI', '00000000-0000-7000-8000-000000000000']));
    expect(plan).toMatch(/using residents_by_name on residents r\n\s+Index Cond: \(\(village_id = \$1\) AND \(ROW\(sort_name, id\) > ROW/);
  });

  it('for families by number', async () => {
    const actor = jobActor(village, 'spec');
    expect(await planOf(familyStatement(actor, { search: '3507990101' }, null, 26))).toMatch(/using families_village_id_number_key on families\n\s+Index Cond: \(\(village_id = \$1\) AND \(number >= \$\d+\) AND \(number < \$\d+\)\)/);
    expect(await planOf(familyStatement(actor, { search: 'siti amin' }, null, 26))).toMatch(/AND \(token >= \$\d+\) AND \(token < \$\d+\)/);
  });

  it('and is not for ILIKE, which is why there are tokens', async () => {
    const plan = await planOf({ text: `select resident_id from resident_tokens where village_id = $1 and token ilike $2`, values: [village, 'SITI%'] });
    expect(plan).toMatch(/Filter: \(token ~~\* /);
    expect(plan).not.toMatch(/Index Cond:.*token/);
  });
});
