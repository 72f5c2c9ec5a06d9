import { Controller, Get, Header, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, Database } from '#platform';
import { VerifyAudit } from '../seal/verify-audit.js';
import { AuditEntryListDto, AuditEntryQuery, AuditVerificationDto } from './audit-entry.dto.js';
import { listAuditEntries } from './audit-entry.queries.js';
import { ExportAuditEntries } from './export-audit-entries.js';

@ApiTags('audit')
@Controller()
export class AuditEntryController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(VerifyAudit) private readonly verifyAudit: VerifyAudit,
    @Inject(ExportAuditEntries) private readonly exportAuditEntries: ExportAuditEntries,
  ) {}

  /** Newest first, of the actor's own unit. */
  @Get('audit-entries')
  @Allow('audit.read')
  @ApiOkResponse({ type: AuditEntryListDto })
  list(@CurrentActor() actor: Actor, @Query() query: AuditEntryQuery): Promise<AuditEntryListDto> {
    return listAuditEntries(this.database, actor, query);
  }

  /** The whole list with the same filters. Audited with how many it held. */
  @Get('audit-entries/export.csv')
  @Header('cache-control', 'no-store')
  @Allow('audit.read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@CurrentActor() actor: Actor, @Query() query: AuditEntryQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.exportAuditEntries.run(actor, query), { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="jejak-audit.csv"' });
  }

  /** Recomputes the unit's chain now. */
  @Get('audit/verification')
  @Allow('audit.read')
  @ApiOkResponse({ type: AuditVerificationDto })
  verification(@CurrentActor() actor: Actor): Promise<AuditVerificationDto> {
    return this.verifyAudit.run(actor);
  }
}
