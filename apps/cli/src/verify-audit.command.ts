import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { type AuditVerification, SEALED_WITHIN_MINUTES, VerifyAudit } from '#audit';
import { type LedgerVerification, VerifyLedger } from '#ledger';
import { jobActor } from '#platform';
import { asOwner } from './owner.js';
import { withRooms } from './cli.module.js';
import { readHeads } from './audit-heads.js';

interface Options {
  readonly unit?: number;
  readonly heads?: boolean;
  readonly since?: string;
}

export const verifyAuditCommand = new Command('verify-audit')
  .description('recompute the sealed audit trail of every unit, and its ledger against the trail; exits with 1 when a row was changed, removed or added')
  .option('--unit <id>', 'one unit only (0 = the regency office)', Number)
  .option('--heads', 'print "unit position head" of each chain and nothing else: one file a day, to be kept outside')
  .option('--since <file>', 'hold the chains against the heads printed on an earlier day: an end that was cut off shows in nothing else')
  .action(async ({ unit, heads, since }: Options) => {
    const noted = since === undefined ? [] : readHeads(readFileSync(since, 'utf8')).filter((head) => unit === undefined || head.unit === unit);
    const known = (await asOwner((client) => client.query<{ id: number }>('select distinct village_id as id from audit_entries order by 1'))).rows.map((row) => row.id);
    await withRooms(async (rooms) => {
      const verify = rooms.get(VerifyAudit);
      for (const id of unit === undefined ? known : [unit]) {
        const found = await verify.run(jobActor(id, 'verify-audit'));
        if (!found.intact) process.exitCode = 1;
        if (!heads) console.log(line(id, found));
        else if (found.intact) console.log(`${id} ${found.position} ${found.head}`);
        else console.error(line(id, found));
        const book = await rooms.get(VerifyLedger).run(jobActor(id, 'verify-audit'));
        if (!book.intact) process.exitCode = 1;
        if (!book.intact || (!heads && book.journals > 0)) (book.intact ? console.log : console.error)(bookLine(id, book));
      }
      for (const { unit: id, position, head } of noted) {
        if (await verify.holds(jobActor(id, 'verify-audit'), position, head)) continue;
        console.error(`unit ${id}: BROKEN, the chain no longer has the link noted at position ${position}: its end was cut off, or it was written anew`);
        process.exitCode = 1;
      }
    });
  });

function bookLine(unit: number, { intact, journals, broken }: LedgerVerification): string {
  return `unit ${unit}: ledger ${intact ? 'intact' : `BROKEN at ${broken.map(({ journal, reason }) => `${journal} (${reason})`).join(', ')}`}, ${journals} journals`;
}

function line(unit: number, { intact, broken, sealed, unsealed, overdue, head }: AuditVerification): string {
  const faults = [
    broken && `BROKEN at position ${broken.position} (${broken.reason})`,
    overdue > 0 && `${overdue} ENTRIES WITHOUT A SEAL (put in past the application, or the worker has sealed nothing for ${SEALED_WITHIN_MINUTES} minutes)`,
  ].filter(Boolean);
  return `unit ${unit}: ${intact ? 'intact' : faults.join(', ')}, ${sealed} sealed, ${unsealed} not yet, head ${head.slice(0, 16)}`;
}
