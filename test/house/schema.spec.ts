import { describe, expect, it } from '@jest/globals';
import { asOwner } from '../support/database.js';
import { differences } from './kept.js';
import { schemaQuery } from './schema.js';

const live = async (): Promise<string> => (await asOwner<{ line: string }>(schemaQuery)).map(({ line }) => `${line}\n`).join('');

describe('the schema', () => {
  it('is what the migrations made when test/house/schema.txt was written (PAMONG_KEEP=1 writes it anew)', async () => {
    expect(differences('test/house/schema.txt', await live())).toEqual([]);
  });

  it('grants nothing to everyone, in tables and functions alike', async () => {
    expect(await asOwner(`select c.relname from pg_class c cross join lateral aclexplode(c.relacl) g where c.relnamespace = 'public'::regnamespace and g.grantee = 0`)).toEqual([]);
  });
});
