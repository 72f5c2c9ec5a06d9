import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, Clock, CurrentActor, Database } from '#platform';
import { AppointOfficial } from './appoint-official.js';
import { ChangeOfficial } from './change-official.js';
import { NewOfficialDto, OfficialChangeDto, OfficialDto, OfficialListDto } from './official.dto.js';
import { listOfficials } from './official.queries.js';

@ApiTags('villages')
@Controller('officials')
export class OfficialController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AppointOfficial) private readonly appointOfficial: AppointOfficial,
    @Inject(ChangeOfficial) private readonly changeOfficial: ChangeOfficial,
  ) {}

  /** Everyone who holds or held a post of the village. */
  @Get()
  @Allow('village.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: OfficialListDto })
  async list(@CurrentActor() actor: Actor): Promise<OfficialListDto> {
    return { items: await listOfficials(this.database, actor, this.clock.today()), next: null };
  }

  /** One definitive head at a time; Plt. and Plh. may stand beside. */
  @Post()
  @Allow('official.manage')
  @ApiCreatedResponse({ type: OfficialDto })
  @ApiConflictResponse({ description: 'HEAD_TERM_OVERLAPS' })
  appoint(@CurrentActor() actor: Actor, @Body() body: NewOfficialDto): Promise<OfficialDto> {
    return this.appointOfficial.run(actor, body);
  }

  /** Corrects fields, or ends the term with `endedOn`; a term is never deleted. */
  @Patch(':id')
  @Allow('official.manage')
  @ApiOkResponse({ type: OfficialDto })
  @ApiConflictResponse({ description: 'HEAD_TERM_OVERLAPS' })
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: OfficialChangeDto): Promise<OfficialDto> {
    return this.changeOfficial.run(actor, id, body);
  }
}
