import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, Database, decodeCursor, page } from '#platform';
import { VerifyAudit } from '../seal/verify-audit.js';
import { AuditEntryListDto, AuditEntryQuery, AuditVerificationDto } from './audit-entry.dto.js';

interface Row {
  id: string;
  at: Date;
  user_id: string | null;
  user_name: string | null;
  role: string | null;
  action: string;
  subject_type: string;
  subject_id: string | null;
  reason: string | null;
  detail: Record<string, unknown> | null;
}

@ApiTags('audit')
@Controller()
export class AuditEntryController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(VerifyAudit) private readonly verifyAudit: VerifyAudit,
  ) {}

  /** Newest first, of the actor's own unit. */
  @Get('audit-entries')
  @Allow('audit.read')
  @ApiOkResponse({ type: AuditEntryListDto })
  async list(@CurrentActor() actor: Actor, @Query() query: AuditEntryQuery): Promise<AuditEntryListDto> {
    const filter = { action: query.action, subject: query.subject };
    const from = decodeCursor(query.after, ['uuid'], filter);
    const limit = query.limit ?? 25;
    const rows = await this.database.readVillage<Row>(actor, {
      name: 'audit-list',
      text: `select id, at, user_id, user_name, role, action, subject_type, subject_id, reason, detail from audit_entries
              where village_id = $1 and ($2::text is null or action = $2) and ($3::text is null or subject_id = $3)
                and ($4::uuid is null or id < $4::uuid)
              order by id desc limit $5`,
      values: [actor.unitId, query.action ?? null, query.subject ?? null, from?.[0] ?? null, limit + 1],
    });
    return page(rows, limit, filter, (r) => [r.id], (r) => ({
      id: r.id, at: r.at.toISOString(), userId: r.user_id, userName: r.user_name, role: r.role, action: r.action,
      subjectType: r.subject_type, subjectId: r.subject_id, reason: r.reason, detail: r.detail,
    }));
  }

  /** Recomputes the unit's chain now. */
  @Get('audit/verification')
  @Allow('audit.read')
  @ApiOkResponse({ type: AuditVerificationDto })
  verification(@CurrentActor() actor: Actor): Promise<AuditVerificationDto> {
    return this.verifyAudit.run(actor);
  }
}
