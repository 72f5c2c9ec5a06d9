import { beforeAll, describe, expect, it } from '@jest/globals';
import { asOwner, connectedAs } from '../../../test/support/database.js';
import { buildVillage } from '../../../test/support/database-of.js';
import { buildResident } from '../../../test/support/resident.js';
import { CODE_TABLES } from './code-table/code-tables.js';
import { columnOf, ROW_FIELDS, type RowField } from './resident/resident-fields.js';

let village: number;

beforeAll(async () => {
  ({ unitId: village } = await buildVillage());
});

describe('the schema of the register', () => {
  it('has a column for every field of a record', async () => {
    const columns = await asOwner<{ column_name: string }>(`select column_name from information_schema.columns where table_name = 'residents'`);
    expect(columns.map((column) => column.column_name)).toEqual(expect.arrayContaining(ROW_FIELDS.map(columnOf)));
  });

  it.each(Object.keys(CODE_TABLES).filter((name) => (ROW_FIELDS as readonly string[]).includes(name)))('accepts for %s the codes of its table and no other', async (name) => {
    const column = columnOf(name as RowField);
    const { id } = await buildResident(village);
    const codes = new Set(CODE_TABLES[name as keyof typeof CODE_TABLES].rows.map((row) => row.code));
    await connectedAs('owner', async (client) => {
      for (let code = 0; code <= 100; code += 1) {
        const accepted = await client.query(`update residents set ${column} = $3 where village_id = $1 and id = $2`, [village, id, code]).then(() => true, () => false);
        expect([code, accepted]).toEqual([code, codes.has(code)]);
      }
    });
  });

  it('has at most one living head of a family and one living person per NIK', async () => {
    const head = await buildResident(village, { name: 'Budi', sex: 1 });
    await expect(buildResident(village, { name: 'Tono', family: head })).rejects.toMatchObject({ constraint: 'residents_one_head' });
    await expect(buildResident(village, { name: 'Budi', nik: head.nik })).rejects.toMatchObject({ constraint: 'residents_living_nik' });
    await buildResident(village, { name: 'Almarhum', family: head, basicStatus: 2 });
    await buildResident(village, { name: 'Budi lama', nik: head.nik, basicStatus: 3 });
    const other = await buildVillage();
    await buildResident(other.unitId, { name: 'Budi', nik: head.nik });
  });

  it.each(['app', 'worker'] as const)('shows %s nobody of another village and lets it change nobody there, whatever the SQL asks', async (role) => {
    const other = await buildVillage();
    const { id } = await buildResident(other.unitId);
    await connectedAs(role, async (client) => {
      await client.query(`set app.village_id = '${village}'`);
      expect((await client.query('select 1 from residents where village_id <> $1 or id = $2', [village, id])).rowCount).toBe(0);
      expect((await client.query(`update residents set name = 'Bukan Kami' where id = $1`, [id])).rowCount).toBe(0);
      await expect(client.query('insert into resident_tokens (village_id, token, resident_id) values ($1, $2, $3)', [other.unitId, 'SITI', id])).rejects.toMatchObject({ code: '42501' });
      await expect(client.query('update residents set village_id = $1 where village_id = $2', [other.unitId, village])).rejects.toMatchObject({ code: '42501' });
    });
  });

  it('lets the app neither delete a person nor touch an event', async () => {
    const { id } = await buildResident(village);
    await connectedAs('app', async (client) => {
      await client.query(`set app.village_id = '${village}'`);
      for (const sql of ['delete from residents where id = $1', 'delete from population_events where resident_id = $1', 'update population_events set note = null where resident_id = $1']) {
        await expect(client.query(sql, [id])).rejects.toMatchObject({ code: '42501' });
      }
    });
  });
});
