import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { auditRead, typedWords } from '#audit';
import { type Actor, csvFile, Database, FILE_PAGE } from '#platform';
import { formatShort, formatTimeWib, plainDateInJakarta } from '#values';
import type { UserQuery } from './user.dto.js';
import { countUsers, userDto, type UserRow, usersBehind } from './user.queries.js';

const HEADINGS = ['Nama', 'Nama pengguna', 'Peran', 'Kantor', 'Keadaan', 'Terakhir masuk', 'Pukul'];

/** The list of users as it is filtered, as a CSV file. Traced before the first byte. */
@Injectable()
export class ExportUsers {
  constructor(@Inject(Database) private readonly database: Database) {}

  async run(actor: Actor, { village, role, active, search }: UserQuery): Promise<Readable> {
    const filter = { village, role, active, search };
    const count = await countUsers(this.database, actor, filter);
    await auditRead(this.database, actor, { action: 'user.exported', subjectType: 'user', detail: { count, village, role, active, ...typedWords(search) } });
    return csvFile<UserRow>(HEADINGS, (last) => usersBehind(this.database, actor, filter, last?.username ?? null, FILE_PAGE), (row) => cells(actor, row));
  }
}

/** Several roles of one person stand in the order of their offices, which stand beside them. */
function cells(actor: Actor, row: UserRow): (string | null)[] {
  const { name, username, memberships, active, mustChangePassword } = userDto(actor, row);
  const seen = row.last_login_at;
  return [
    name, username, memberships.map((held) => held.roleName).join(', '), memberships.map((held) => held.unit.name).join(', '),
    !active ? 'nonaktif' : mustChangePassword ? 'kata sandi sementara' : 'aktif',
    seen && formatShort(plainDateInJakarta(seen)), seen && formatTimeWib(seen).replace(' WIB', ''),
  ];
}
