import type { INestApplicationContext } from '@nestjs/common';
import { Command } from 'commander';
import { v7 as uuidv7 } from 'uuid';
import { AssignCollector, ConfirmDeposit, ListDeposit, PbbModule, QuotePayment, ReceivePayment, RegisterCollector } from '#pbb';
import { type Actor, Clock, Database, jobActor, ObjectStore } from '#platform';
import { formatRupiah } from '#values';
import { withRooms } from './cli.module.js';
import { demoProof } from './demo-proof.js';
import { asOwner } from './owner.js';

const DAY_MS = 86_400_000;
const REGISTERED_DAYS_AGO = 20;
const BANK = 'Bank Jatim';

type Act = { readonly daysAgo: number } & ({ readonly collector: 0 | 1; readonly receipts: number } | { readonly depositOf: readonly number[]; readonly confirmed: boolean });

/** In the order it happened. What is still in hand differs in age: hours, days, more than a week; deposits are of the first collector. */
const ACTS: readonly Act[] = [
  { daysAgo: 12, collector: 0, receipts: 3 },
  { daysAgo: 9, collector: 0, receipts: 2 },
  { daysAgo: 9, collector: 1, receipts: 2 },
  { daysAgo: 8, depositOf: [12, 9], confirmed: true },
  { daysAgo: 5, collector: 1, receipts: 1 },
  { daysAgo: 3, collector: 0, receipts: 2 },
  { daysAgo: 2, depositOf: [3], confirmed: false },
  { daysAgo: 1, collector: 0, receipts: 2 },
  { daysAgo: 0, collector: 0, receipts: 1 },
  { daysAgo: 0, collector: 1, receipts: 2 },
];

interface Person { readonly unit: number; readonly role: string; readonly id: string; readonly name: string }

export const seedDemoCashCommand = new Command('seed-demo-cash')
  .description('collectors of the demonstration villages, with receipts and deposits of the last days; refused in production')
  .action(async () => {
    if (process.env['NODE_ENV'] === 'production') throw new Error('demonstration data has no place in production');
    const { rows: people } = await asOwner((client) =>
      client.query<Person>(
        `select m.unit_id as unit, m.role, u.id, u.name from memberships m join users u on u.id = m.user_id
          where m.role in ('collector', 'treasurer') and m.unit_id > 0 and m.ended_at is null order by m.unit_id, m.role, u.username`,
      ),
    );
    await withRooms(async (rooms) => {
      for (const unit of new Set(people.map((person) => person.unit))) {
        console.log(`village ${unit}: ${await seedVillage(rooms, people.filter((person) => person.unit === unit))} receipts`);
      }
    }, [PbbModule]);
  });

/** Everything through the verbs, each on its day: the command's own clock is moved, nobody else's. */
async function seedVillage(rooms: INestApplicationContext, staff: readonly Person[]): Promise<number> {
  const actors = (role: string): Actor[] => staff.filter((person) => person.role === role).map(({ unit, id, name }) => ({ ...jobActor(unit, 'seed-demo-cash', id), userName: name }));
  const [treasurer] = actors('treasurer');
  const collectors = actors('collector').slice(0, 2);
  if (!treasurer || collectors.length < 2) return 0;
  if (await linkedAgain(rooms.get(Database), treasurer, collectors)) return 0;
  const clock = rooms.get(Clock);
  clock.follow(-REGISTERED_DAYS_AGO * DAY_MS);
  const rounds = await appoint(rooms, treasurer, collectors);
  const ofFirst = new Map<number, string[]>();
  let given = 0;
  for (const act of ACTS) {
    clock.follow(-act.daysAgo * DAY_MS);
    if ('depositOf' in act) {
      await bringToBank(rooms, treasurer, collectors[0] as Actor, act.depositOf.flatMap((day) => ofFirst.get(day) ?? []), act.confirmed);
      continue;
    }
    for (let one = 0; one < act.receipts; one++) {
      // Every third pays for two objects at once.
      const bills = (rounds[act.collector] ?? []).splice(0, given % 3 === 0 ? 2 : 1).flat();
      if (bills.length === 0) continue;
      const id = await receive(rooms, collectors[act.collector] as Actor, bills);
      given += 1;
      if (act.collector === 0) ofFirst.set(act.daysAgo, [...(ofFirst.get(act.daysAgo) ?? []), id]);
    }
  }
  return given;
}

/** Seeded before, a village keeps its receipt books; the logins were made anew and take them over. */
function linkedAgain(database: Database, treasurer: Actor, collectors: readonly Actor[]): Promise<boolean> {
  return database.inVillage(treasurer, async (tx) => {
    const books = await tx.query<{ id: string }>('select id from collectors where village_id = $1 and ended_on is null order by book_code', [treasurer.unitId]);
    for (const [index, { id }] of books.slice(0, collectors.length).entries()) tx.write('update collectors set user_id = $3 where village_id = $1 and id = $2', [treasurer.unitId, id, collectors[index]?.userId]);
    return books.length > 0;
  });
}

/** Half of the hamlets to each collector. @returns the unpaid bills of each one's round, by object */
async function appoint(rooms: INestApplicationContext, treasurer: Actor, collectors: readonly Actor[]): Promise<string[][][]> {
  const database = rooms.get(Database);
  const hamlets = await database.readVillage<{ id: string }>(treasurer, { name: 'demo-hamlets', text: `select id from areas where village_id = $1 and kind = 'hamlet' order by name`, values: [treasurer.unitId] });
  const rounds: string[][][] = [];
  for (const [index, collector] of collectors.entries()) {
    const { id } = await rooms.get(RegisterCollector).run(treasurer, { userId: collector.userId ?? '', name: collector.userName, bookCode: `0${index + 1}` });
    const own = hamlets.filter((_, place) => place % collectors.length === index).map((hamlet) => hamlet.id);
    for (const areaId of own) await rooms.get(AssignCollector).run(treasurer, id, { areaId });
    const bills = await database.readVillage<{ bills: string[] }>(treasurer, {
      name: 'demo-round',
      text: `with recursive below as (select id from areas where village_id = $1 and id = any($2::uuid[]) union select a.id from areas a join below on a.parent_id = below.id where a.village_id = $1)
             select array_agg(b.id order by b.tax_year) as bills from tax_objects o join bills b on b.village_id = $1 and b.object_id = o.id join bill_positions p on p.village_id = $1 and p.bill_id = b.id
              where o.village_id = $1 and o.area_id in (select id from below) and p.state = 'unpaid' group by o.nop order by md5(o.nop) limit 40`,
      values: [treasurer.unitId, own],
    });
    rounds.push(bills.map((row) => row.bills));
  }
  return rounds;
}

async function receive(rooms: INestApplicationContext, collector: Actor, bills: string[]): Promise<string> {
  const { total, lines } = await rooms.get(QuotePayment).run(collector, bills);
  return (await rooms.get(ReceivePayment).run(collector, uuidv7(), { bills, total, paidBy: asSaid(lines[0]?.payerName ?? collector.userName) })).id;
}

/** Lists print names in capitals, people say them otherwise. */
const asSaid = (name: string): string => name.toLowerCase().replaceAll(/(^|[\s(])\p{L}/gu, (first) => first.toUpperCase());

async function bringToBank(rooms: INestApplicationContext, treasurer: Actor, collector: Actor, payments: string[], confirmed: boolean): Promise<void> {
  if (payments.length === 0) return;
  const id = await rooms.get(ListDeposit).run(collector, uuidv7(), { payments, bank: BANK });
  if (!confirmed) return;
  const [deposit] = await rooms.get(Database).readVillage<{ reference: string; amount: bigint }>(treasurer, { name: 'demo-deposit', text: 'select reference, amount from deposits where village_id = $1 and id = $2', values: [treasurer.unitId, id] });
  const depositedOn = rooms.get(Clock).today();
  const proof = demoProof(['BUKTI SETOR (CONTOH)', BANK.toUpperCase(), '', `Tanggal : ${depositedOn}`, `Jumlah  : ${formatRupiah(BigInt(deposit?.amount ?? 0))}`, `Berita  : ${deposit?.reference ?? ''}`]);
  const { sha256 } = await rooms.get(ObjectStore).put(proof);
  await rooms.get(ConfirmDeposit).run(treasurer, id, { sha256, depositedOn });
}
