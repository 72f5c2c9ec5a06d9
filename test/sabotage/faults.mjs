/**
 * Faults a hurried hand could make, each of which the suites must notice.
 *
 * `edits` change files of a copy of the sources: `find` must stand there exactly once. `suites` are the spec files that
 * ought to catch it, by suite (test/jest.<suite>.mjs): few, so that a run takes minutes.
 *
 * @typedef {{ file: string, find?: string, put: string }} Edit without `find`, `put` is added at the end
 * @type {readonly { name: string, edits: readonly Edit[], suites: Readonly<Record<string, readonly string[]>> }[]}
 */
export const FAULTS = [
  {
    name: 'the policy of residents lets every village through',
    edits: [{ file: 'migrations/0009-residents.sql', put: '\ndrop policy own_village on residents;\ncreate policy own_village on residents to pamong_app, pamong_worker using (true) with check (true);\n' }],
    suites: { db: ['libs/residents/src/register.db-spec.ts'] },
  },
  {
    name: 'the portal may read residents',
    edits: [{ file: 'migrations/0009-residents.sql', put: '\ngrant select on residents to pamong_portal;\ncreate policy verification on residents for select to pamong_portal using (true);\n' }],
    suites: { db: ['libs/documents/src/verification/verify-document.db-spec.ts'] },
  },
  {
    name: 'a family may have two living heads (index residents_one_head removed)',
    edits: [{ file: 'migrations/0009-residents.sql', find: 'create unique index residents_one_head', put: 'create index residents_one_head' }],
    suites: { db: ['libs/residents/src/register.db-spec.ts'] },
  },
  {
    name: 'an approved letter puts no job into the outbox',
    edits: [{ file: 'libs/letters/src/letter/approve-letter.ts', find: 'tx.startTask(', put: 'void (() => undefined)(' }],
    suites: { db: ['libs/letters/src/letter/approve-letter.db-spec.ts'] },
  },
  {
    name: 'a letter may be approved before it was verified',
    edits: [{ file: 'libs/letters/src/letter/letter.workflow.ts', find: '  requested: {\n', put: "  requested: {\n    approve: { to: 'approved', permissions: ['letter.approve'] },\n" }],
    suites: { unit: ['libs/letters/src/letter/letter.workflow.spec.ts'], db: ['libs/letters/src/letter/approve-letter.db-spec.ts'] },
  },
  {
    name: 'the MAC of a QR token is not checked',
    edits: [{ file: 'libs/documents/src/token/token-codec.ts', find: 'if (!timingSafeEqual(macOf(signed, key), bytes.subarray(signedLength))) return null;', put: 'void timingSafeEqual;' }],
    suites: { unit: ['libs/documents/src/token/token-codec.spec.ts'] },
  },
  {
    name: 'reads do not check the session',
    edits: [{ file: 'libs/platform/src/database/database.ts', find: 'return session ? [village, {', put: 'return session && village.name ? [village, {' }],
    suites: { db: ['libs/platform/src/database/database.db-spec.ts', 'libs/identity/src/session/session.db-spec.ts'] },
  },
  {
    name: 'whoever is signed in may reveal a NIK',
    edits: [{ file: 'libs/residents/src/resident/resident.controller.ts', find: "@Allow('resident.reveal')", put: '@Allow()' }],
    suites: { house: ['test/house/routes.spec.ts'] },
  },
  {
    name: 'a used Idempotency-Key answers whatever body comes with it',
    edits: [{ file: 'libs/letters/src/letter/request-letter.ts', find: '!row.request_hash.equals(hash) || ', put: '' }],
    suites: { db: ['libs/letters/src/letter/request-letter.db-spec.ts'] },
  },
  {
    name: 'the next number is read, then written',
    edits: [
      { file: 'libs/numbering/src/series/reserve-number.ts', find: 'insert into number_series as s (village_id, series, period, last_number) values ($1, $2, $3, 1)', put: 'insert into number_series as s (village_id, series, period, last_number) values ($1, $2, $3, (select coalesce(max(number), 0) + 1 from issued_numbers where village_id = $1 and series = $2 and period = $3))' },
      { file: 'libs/numbering/src/series/reserve-number.ts', find: 'do update set last_number = s.last_number + 1', put: 'do update set last_number = excluded.last_number' },
    ],
    suites: { db: ['libs/numbering/src/series/reserve-number.db-spec.ts'] },
  },
  {
    name: 'voiding a letter leaves no trace',
    edits: [{ file: 'libs/letters/src/letter/void-letter.ts', find: "audit(tx, { action: 'letter.voided'", put: "void ({ action: 'letter.voided'" }],
    suites: { db: ['libs/letters/src/letter/render-letter.db-spec.ts'] },
  },
  {
    name: 'voiding a letter leaves its QR code valid',
    edits: [{ file: 'libs/letters/src/letter/void-letter.ts', find: 'await revokeDocument(tx, ', put: 'void (' }],
    suites: { db: ['libs/letters/src/letter/render-letter.db-spec.ts'] },
  },
  {
    name: 'an import counts nobody',
    edits: [{ file: 'libs/residents/src/resident-import/write-resident-import.ts', find: 'tally(tx, [\n', put: 'void ([\n' }],
    suites: { db: ['libs/residents/src/resident-import/resident-import.db-spec.ts'] },
  },
  {
    name: 'an import writes what is left of its checked rows',
    edits: [{ file: 'libs/residents/src/resident-import/write-resident-import.ts', find: 'if (staged.fresh !== counts.accepted || staged.changed !== counts.changed) throw importCheckLost();', put: '' }],
    suites: { db: ['libs/residents/src/resident-import/resident-import.db-spec.ts'] },
  },
  {
    name: 'lists show whole NIKs',
    edits: [{ file: 'libs/residents/src/resident/resident-row.ts', find: 'maskNik(row.nik)', put: 'row.nik' }],
    suites: { db: ['libs/residents/src/resident/list-residents.db-spec.ts'] },
  },
  {
    name: 'the head of a neighbourhood without an area sees the whole village',
    edits: [{ file: 'libs/residents/src/reach.ts', find: "(roleNamed(actor.role).reach === 'area' ? NO_AREA : null)", put: 'null' }],
    suites: { db: ['libs/residents/src/resident/list-residents.db-spec.ts'] },
  },
  {
    name: 'invisible characters reach the paper',
    edits: [{ file: 'libs/values/src/printable-text.ts', find: ".replace(INVISIBLE, '')", put: '' }],
    suites: { unit: ['libs/values/src/printable-text.spec.ts'] },
  },
  {
    name: 'a cursor serves any filter',
    edits: [{ file: 'libs/platform/src/http/cursor.ts', find: 'made === filterHash(filter) && fits', put: 'made && fits' }],
    suites: { unit: ['libs/platform/src/http/cursor.spec.ts'] },
  },
  {
    name: 'a secretary looks after the accounts of any village',
    edits: [{ file: 'libs/identity/src/user/managed-user.ts', find: '  if (actor.unitId !== 0 && !memberships.some((held) => held.unitId === actor.unitId)) throw notFound();\n', put: '' }],
    suites: { e2e: ['test/e2e/users.e2e-spec.ts'] },
  },
  {
    name: 'a job runs in the village its sender wishes',
    edits: [{ file: 'libs/platform/src/job/job-host.ts', find: 'const actor = jobActor(row.village_id, row.request_id, row.user_id);\n    const attempt', put: 'const actor = jobActor((row.payload as { villageId?: number }).villageId ?? row.village_id, row.request_id, row.user_id);\n    const attempt' }],
    suites: { db: ['libs/platform/src/job/job-host.db-spec.ts'] },
  },
  {
    name: 'a bill is not locked while it is paid',
    edits: [{ file: 'libs/pbb/src/payment/charge-bills.ts', find: "lock ? 'for update of p' : ''", put: "lock ? '' : ''" }],
    suites: { db: ['libs/pbb/src/payment/payment.db-spec.ts'] },
  },
  {
    name: 'twins of one key do not wait for each other',
    edits: [{ file: 'libs/pbb/src/payment/receive-payment.ts', find: 'pg_advisory_xact_lock', put: 'pg_try_advisory_xact_lock' }],
    suites: { db: ['libs/pbb/src/payment/payment.db-spec.ts'] },
  },
  {
    name: 'a collector confirms the own deposit',
    edits: [{ file: 'libs/pbb/src/deposit/confirm-deposit.ts', find: 'if (actor.userId === deposit.listed_by || actor.userId === deposit.collector_user) throw ownDeposit();', put: 'void ownDeposit;' }],
    suites: { db: ['libs/pbb/src/payment/payment.db-spec.ts'] },
  },
  {
    name: 'a penalty is kept with the principal',
    edits: [{ file: 'libs/pbb/src/payment/receive-payment.ts', find: 'credit: account(PENALTY), amount: line.penalty', put: 'credit: account(PENALTY ? RECEIVABLE : PENALTY), amount: line.penalty' }],
    suites: { db: ['libs/pbb/src/payment/payment.db-spec.ts'] },
  },
  {
    name: 'a penalty month ends a day early',
    edits: [{ file: 'libs/pbb/src/penalty/late-penalty.ts', find: '>= paidOn ? between', put: '> paidOn ? between' }],
    suites: { unit: ['libs/pbb/src/penalty/late-penalty.spec.ts'] },
  },
  {
    name: 'a posting may be changed by the app',
    edits: [{ file: 'migrations/0016-ledger.sql', put: '\ngrant update on transfers to pamong_app;\n' }],
    suites: { db: ['libs/ledger/src/journal/post-journal.db-spec.ts'] },
  },
  {
    name: 'a journal leaves no hash in the trail',
    edits: [{ file: 'libs/ledger/src/journal/post-journal.ts', find: 'detail: { ...detail, ...sealOf(id, hash) }', put: 'detail: { ...detail, journal: id }' }],
    suites: { db: ['libs/ledger/src/journal/post-journal.db-spec.ts'] },
  },
  {
    name: 'a tax list writes a village twice after a crash',
    edits: [{ file: 'libs/pbb/src/assessment-import/write-part.ts', find: '  if (!begun) return;\n', put: '  void begun;\n' }],
    suites: { db: ['libs/pbb/src/assessment-import/assessment-import.db-spec.ts'] },
  },
  {
    name: 'a villager is let in by a part of a word',
    edits: [{ file: 'libs/pbb/src/public-bill/name-word.ts', find: 'words.includes(word))) return false', put: 'words.some((one) => one.startsWith(word)))) return false' }],
    suites: { unit: ['libs/pbb/src/public-bill/name-word.spec.ts'] },
  },
  {
    name: 'a villager is given the receipt of several objects',
    edits: [{ file: 'libs/pbb/src/public-bill/public-bill.queries.ts', find: 'p.reversed_at is null and ${ONLY_THIS}', put: 'p.reversed_at is null' }],
    suites: { db: ['apps/portal/src/pbb/pbb.db-spec.ts'] },
  },
  {
    name: 'a villager may guess words without end',
    edits: [{ file: 'apps/portal/src/pbb/check.controller.ts', find: '    if (seen) {\n', put: '    await this.limits.matched(CHECK_LIMITS, form.nop, request.ip);\n    if (seen) {\n' }],
    suites: { db: ['apps/portal/src/pbb/pbb.db-spec.ts'] },
  },
  {
    name: 'a villager who paid is seen by the heads of other districts',
    edits: [{ file: 'libs/pbb/src/dispute/dispute.queries.ts', find: 'if (!mayAnswer(actor)) found.add', put: 'if (!mayAnswer(actor) && !actor.districtCode) found.add' }],
    suites: { db: ['libs/pbb/src/dispute/dispute.db-spec.ts'] },
  },
  {
    name: 'a line may be claimed twice (index claim_lines_once removed)',
    edits: [{ file: 'migrations/0023-bank.sql', find: 'create unique index claim_lines_once', put: 'create index claim_lines_once' }],
    suites: { db: ['libs/bank/src/matching/matching.db-spec.ts'] },
  },
  {
    name: 'a short line settles the deposit it names',
    edits: [{ file: 'libs/bank/src/matching/find-pairs.ts', find: "and l.state = 'open' and l.amount = e.amount and l.exact_sen = e.amount * 100\n      where", put: "and l.state = 'open'\n      where" }],
    suites: { db: ['libs/bank/src/matching/matching.db-spec.ts'] },
  },
  {
    name: 'one of two deposits of an amount is guessed',
    edits: [{ file: 'libs/bank/src/matching/find-pairs.ts', find: 'where lines = 1 and deposits = 1 order by', put: 'where lines = 1 order by' }],
    suites: { db: ['libs/bank/src/matching/matching.db-spec.ts'] },
  },
  {
    name: 'a booking the bank took back stays settled',
    edits: [{ file: 'libs/bank/src/matching/find-corrections.ts', find: "c.state in ('open', 'claimed')", put: "c.state = 'open'" }],
    suites: { db: ['libs/bank/src/matching/matching.db-spec.ts'] },
  },
  {
    name: 'a claim that was undone before the village heard of it is settled',
    edits: [{ file: 'libs/pbb/src/deposit/settle-deposit.ts', find: 'claims.filter(({ claimId }) => !known.has(claimId))', put: 'claims.filter(({ claimId }) => known.size < 0 || claimId)' }],
    suites: { db: ['libs/bank/src/matching/matching.db-spec.ts'] },
  },
  {
    name: 'a statement joins whatever opening balance it has',
    edits: [{ file: 'libs/bank/src/statement/weigh-statement.ts', find: 'if (expected === BigInt(openingSen)) return;', put: 'if (expected <= BigInt(openingSen)) return;' }],
    suites: { db: ['libs/bank/src/statement/statement.db-spec.ts'] },
  },
  {
    name: 'twins of a statement are one line',
    edits: [{ file: 'libs/bank/src/statement/weigh-statement.ts', find: 'row_number() over (partition by booked_on, exact_sen, identity', put: 'row_number() over (partition by position, booked_on, exact_sen, identity' }],
    suites: { db: ['libs/bank/src/statement/statement.db-spec.ts'] },
  },
  {
    name: 'the app may change what the bank said',
    edits: [{ file: 'migrations/0023-bank.sql', put: '\ngrant update on statement_lines to pamong_app;\n' }],
    suites: { db: ['libs/bank/src/statement/statement.db-spec.ts'] },
  },
];
