import { beforeAll, describe, expect, it } from '@jest/globals';
import { asOwner } from '../support/database.js';

/** The register's own: written by the import from elsewhere, or by the database. */
const onlyInRegister = ['id', 'area_id', 'version', 'resident_status', 'temporary_nik', 'created_at', 'updated_at'];

/** The import's own: where a row stands, what becomes of it, and what is looked up or numbered when it is written. */
const onlyInStaging = ['run_id', 'sheet_number', 'row', 'outcome', 'resident_id', 'event_id', 'resident_version', 'changes', 'family_number', 'hamlet', 'rw', 'rt', 'area_key', 'tokens'];

/** Empty in a list until the row is written: a temporary number is given then. */
const filledOnWriting = ['nik'];

interface Column {
  readonly name: string;
  /** With its collation, which the comparison of two texts needs to be the same. */
  readonly type: string;
  readonly nullable: boolean;
}

const columnsOf = (table: string): Promise<Column[]> =>
  asOwner<Column & Record<string, unknown>>(
    `select column_name as name, concat_ws(' ', data_type, 'collate ' || collation_name) as type, is_nullable = 'YES' as nullable
       from information_schema.columns where table_schema = 'public' and table_name = $1 order by ordinal_position`,
    [table],
  );

/** Which column is missing where, is of another type, or may be empty in a list but not in the register; each as a sentence. */
function differences(register: readonly Column[], staging: readonly Column[]): string[] {
  const staged = new Map(staging.map((column) => [column.name, column]));
  const registered = new Map(register.map((column) => [column.name, column]));
  const found = register.flatMap(({ name, type, nullable }) => {
    const own = staged.get(name);
    if (onlyInRegister.includes(name)) return own ? [`${name} is listed as the register's own, but stands in staging too`] : [];
    if (!own) return [`${name} (${type}) is missing in staging`];
    if (own.type !== type) return [`${name} is ${type} in the register and ${own.type} in staging`];
    return own.nullable && !nullable && !filledOnWriting.includes(name) ? [`${name} may be empty in staging, but not in the register`] : [];
  });
  for (const { name, type } of staging) {
    if (onlyInStaging.includes(name) === registered.has(name)) found.push(registered.has(name) ? `${name} is listed as staging's own, but stands in the register too` : `${name} (${type}) is missing in the register`);
  }
  const gone = [...onlyInRegister.filter((name) => !registered.has(name)), ...onlyInStaging.filter((name) => !staged.has(name))];
  return [...found, ...gone.map((name) => `${name} is listed as a difference, but is gone`)];
}

describe('the staging table of a resident list', () => {
  let register: Column[];
  let staging: Column[];
  beforeAll(async () => {
    [register, staging] = await Promise.all([columnsOf('residents'), columnsOf('resident_import_rows')]);
  });

  it('has every column of the register with the same type, and no other but those named here', () => {
    expect(register.length).toBeGreaterThan(50);
    expect(differences(register, staging)).toEqual([]);
  });

  it('would be noticed to lack a column, to have one too many, or one of another type', () => {
    const without = (columns: Column[], name: string) => columns.filter((column) => column.name !== name);
    const changed = (name: string, change: Partial<Column>) => staging.map((column) => (column.name === name ? { ...column, ...change } : column));
    expect(differences(register, without(staging, 'clan'))).toEqual(['clan (text) is missing in staging']);
    expect(differences(without(register, 'clan'), staging)).toEqual(['clan (text) is missing in the register']);
    expect(differences(register, changed('married_on', { type: 'text' }))).toEqual(['married_on is date in the register and text in staging']);
    expect(differences(register, changed('sort_name', { type: 'text' }))).toEqual(['sort_name is text collate C in the register and text in staging']);
    expect(differences(register, changed('birth_date', { nullable: true }))).toEqual(['birth_date may be empty in staging, but not in the register']);
    expect(differences(register, without(staging, 'tokens'))).toEqual(['tokens is listed as a difference, but is gone']);
  });
});
