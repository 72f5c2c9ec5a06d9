import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, Clock, CurrentActor, Database } from '#platform';
import { HomeDto } from './home.dto.js';
import { homeOf } from './home.queries.js';

@ApiTags('home')
@Controller('home')
export class HomeController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The first page after signing in, whatever the role. */
  @Get()
  @Allow([], { sessionCheckedInside: true })
  @ApiOkResponse({ type: HomeDto })
  home(@CurrentActor() actor: Actor): Promise<HomeDto> {
    return homeOf(this.database, this.clock, actor);
  }
}
