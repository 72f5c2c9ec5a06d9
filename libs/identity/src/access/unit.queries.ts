import { type Actor, type Database, notFound, type ReadStatement, type Tx } from '#platform';
import type { UnitKind } from '../role/roles.js';

export interface UnitRow {
  id: number;
  code: string;
  name: string;
  kind: UnitKind;
  district_code: string | null;
  district_name: string | null;
}

const columns = `n.id, n.code, r.name, n.kind, n.district_code, d.name as district_name`;
const from = `units n join regions r on r.code = n.code left join regions d on d.code = n.district_code`;

/** @throws DomainError NOT_FOUND */
export async function unitById(database: Database, actor: Actor, id: number): Promise<UnitRow> {
  const statement: ReadStatement = { name: 'identity-unit', text: `select ${columns} from ${from} where n.id = $1`, values: [id] };
  const [unit] = await database.readVillage<UnitRow>(actor, statement);
  if (!unit) throw notFound();
  return unit;
}

/** The village or office of this Kemendagri code (`35.07.22.2003`; the regency's own is `35.07`). @throws DomainError NOT_FOUND */
export async function unitByCode(tx: Tx, code: string): Promise<UnitRow> {
  const unit = await tx.one<UnitRow>(`select ${columns} from ${from} where n.code = $1`, [code]);
  if (!unit) throw notFound();
  return unit;
}
