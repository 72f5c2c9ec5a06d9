import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, Clock, CurrentActor, Database } from '#platform';
import { SearchQuery, SearchResultDto } from './search.dto.js';
import { searchEverything } from './search.queries.js';

@ApiTags('search')
@Controller('search')
export class SearchController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** People and letters in one question, from anywhere on the screen; each part is audited. */
  @Get()
  @Allow('resident.read')
  @ApiOkResponse({ type: SearchResultDto })
  search(@CurrentActor() actor: Actor, @Query() query: SearchQuery): Promise<SearchResultDto> {
    return searchEverything(this.database, this.clock, actor, query.q);
  }
}
