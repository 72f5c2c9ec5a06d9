import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { BankModule, OpenBankAccount } from '#bank';
import { type Actor, Database, jobActor } from '#platform';
import { addDays, formatShort, type PlainDate } from '#values';
import { withRooms } from './cli.module.js';
import { asOwner } from './owner.js';

const ACCOUNT = { bank: 'Bank Jatim', number: '0041234567', holder: 'RKUD Kabupaten Malang' };
const OPENING = 1_250_000_000;
/** What one village brought too little, and brought later. */
const SHORT = 10_000;

interface Deposit { readonly reference: string; readonly amount: bigint; readonly deposited_on: PlainDate }
interface Line { readonly on: PlainDate; readonly amount: number; readonly remark: string }

export const seedDemoBankCommand = new Command('seed-demo-bank')
  .description('the bank account of the demonstration, and a statement of it to upload; refused in production')
  .requiredOption('--file <path>', 'where the statement is written')
  .action(async ({ file }: { file: string }) => {
    if (process.env['NODE_ENV'] === 'production') throw new Error('demonstration data has no place in production');
    const { rows: [officer] } = await asOwner((client) =>
      client.query<{ id: string; name: string }>(`select u.id, u.name from memberships m join users u on u.id = m.user_id where m.unit_id = 0 and m.role = 'tax-office' and m.ended_at is null order by u.username limit 1`),
    );
    if (!officer) throw new Error('nobody of the tax office is there yet: seed-demo comes first');
    const actor: Actor = { ...jobActor(0, 'seed-demo-bank', officer.id), userName: officer.name };
    await withRooms(async (rooms) => {
      const known = await rooms.get(Database).readVillage(actor, { name: 'demo-account', text: 'select 1 from bank_accounts where village_id = $1 and number = $2', values: [actor.unitId, ACCOUNT.number] });
      if (known.length === 0) await rooms.get(OpenBankAccount).run(actor, ACCOUNT);
    }, [BankModule]);
    const { rows: deposits } = await asOwner((client) => client.query<Deposit>(`select reference, amount, deposited_on::text from deposits where state = 'confirmed' order by village_id, deposited_on, id limit 3`));
    const lines = linesOf(deposits);
    writeFileSync(file, statementOf(lines));
    console.log(`${lines.length} lines of ${ACCOUNT.bank} ${ACCOUNT.number}`);
  });

/** One deposit exactly, one short with its rest days later, one the bank booked wrongly and corrected, and money of nobody. */
function linesOf([exact, short, corrected]: readonly Deposit[]): Line[] {
  const line = (deposit: Deposit, after: number, amount: number, remark: string): Line => ({ on: addDays(deposit.deposited_on, after), amount, remark });
  const lines: Line[] = [];
  if (exact) lines.push(line(exact, 0, Number(exact.amount), `SETOR TUNAI PBB ${exact.reference}`));
  if (short) lines.push(line(short, 0, Number(short.amount) - SHORT, `SETOR TUNAI PBB ${short.reference}`), line(short, 3, SHORT, 'SETOR TUNAI TAMBAHAN PBB'));
  if (corrected) {
    const wrong = Number(corrected.amount) + 90_000;
    lines.push(line(corrected, 0, wrong, `SETOR TUNAI PBB ${corrected.reference}`), line(corrected, 1, -wrong, `KOREKSI SETOR TUNAI PBB ${corrected.reference}`), line(corrected, 1, Number(corrected.amount), `SETOR TUNAI PBB ${corrected.reference}`));
  }
  if (exact) lines.push(line(exact, 4, 487_500, 'TRF 0341 SANANKERTO PBB'));
  return lines.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** As the bank lets people download it, with its running balance. */
function statementOf(lines: readonly Line[]): string {
  let balance = OPENING;
  const rows = lines.map(({ on, amount, remark }) => {
    balance += amount;
    return [formatShort(on), remark, amount < 0 ? -amount : '', amount > 0 ? amount : '', balance].join(';');
  });
  return ['Tanggal;Keterangan;Debit;Kredit;Saldo', ...rows, ''].join('\n');
}
