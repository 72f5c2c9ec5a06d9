import { Command } from 'commander';
import { VerifyAudit } from '#audit';
import { jobActor } from '#platform';
import { asOwner } from './owner.js';
import { withRooms } from './cli.module.js';

export const verifyAuditCommand = new Command('verify-audit')
  .description('recompute the sealed audit trail of every unit; exits with 1 when a row was changed, removed or added')
  .option('--unit <id>', 'one unit only (0 = the regency office)', Number)
  .action(async ({ unit }: { unit?: number }) => {
    const units = unit === undefined ? (await asOwner((client) => client.query<{ id: number }>('select distinct village_id as id from audit_entries order by 1'))).rows.map((row) => row.id) : [unit];
    await withRooms(async (rooms) => {
      for (const id of units) {
        const found = await rooms.get(VerifyAudit).run(jobActor(id, 'verify-audit'));
        console.log(`unit ${id}: ${found.intact ? 'intact' : `BROKEN at position ${found.broken?.position} (${found.broken?.reason})`}, ${found.sealed} sealed, ${found.unsealed} not yet, head ${found.head.slice(0, 16)}`);
        if (!found.intact) process.exitCode = 1;
      }
    });
  });
