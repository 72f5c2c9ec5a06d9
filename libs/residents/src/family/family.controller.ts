import { Controller, Get, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, Clock, CurrentActor, Database } from '#platform';
import { FamilyDto, FamilyListDto, FamilyQuery } from './family.dto.js';
import { familyDetail, listFamilies } from './family.queries.js';

@ApiTags('families')
@Controller('families')
export class FamilyController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** By number. A search is audited. */
  @Get()
  @Allow('family.read', { sessionCheckedByRead: true })
  @ApiOkResponse({ type: FamilyListDto })
  list(@CurrentActor() actor: Actor, @Query() query: FamilyQuery): Promise<FamilyListDto> {
    return listFamilies(this.database, actor, query);
  }

  @Get(':id')
  @Allow('family.read', { sessionCheckedByRead: true })
  @ApiOkResponse({ type: FamilyDto })
  @ApiNotFoundResponse()
  detail(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<FamilyDto> {
    return familyDetail(this.database, this.clock, actor, id);
  }
}
