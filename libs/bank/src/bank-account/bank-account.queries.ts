import { type Actor, type Database, decodeCursor, notFound, page, type PageQuery } from '#platform';
import type { PlainDate } from '#values';
import type { BankAccountDto, BankAccountListDto } from './bank-account.dto.js';

interface Row {
  id: string;
  bank: string;
  number: string;
  holder: string;
  known_from: PlainDate | null;
  known_to: PlainDate | null;
  closing_sen: bigint | null;
}

const COLUMNS = 'id, bank, number, holder, known_from, known_to, closing_sen';

export async function listBankAccounts(database: Database, actor: Actor, { limit = 25, after }: PageQuery): Promise<BankAccountListDto> {
  const from = decodeCursor(after, ['text'], {});
  const rows = await database.readVillage<Row>(actor, {
    name: 'bank-accounts', text: `select ${COLUMNS} from bank_accounts where village_id = $1 and number > $2 order by number limit $3`, values: [actor.unitId, from?.[0] ?? '', limit + 1],
  });
  return page(rows, limit, {}, (row) => [row.number], accountDto);
}

/** @throws DomainError 404 */
export async function bankAccountById(database: Database, actor: Actor, id: string): Promise<BankAccountDto> {
  const [row] = await database.readVillage<Row>(actor, { name: 'bank-account', text: `select ${COLUMNS} from bank_accounts where village_id = $1 and id = $2`, values: [actor.unitId, id] });
  if (!row) throw notFound();
  return accountDto(row);
}

const accountDto = (row: Row): BankAccountDto => ({
  id: row.id, bank: row.bank, number: row.number, holder: row.holder, knownFrom: row.known_from, knownTo: row.known_to, closing: row.closing_sen === null ? null : Number(row.closing_sen) / 100,
});
