import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, Clock, CurrentActor, Database } from '#platform';
import { LetterTypeListDto } from './letter-type.dto.js';
import { listLetterTypes } from './letter-type.queries.js';

@ApiTags('letters')
@Controller('letter-types')
export class LetterTypeController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What can be requested, and the form of each. */
  @Get()
  @Allow(['letter.read', 'letter.request'])
  @ApiOkResponse({ type: LetterTypeListDto })
  async list(@CurrentActor() actor: Actor): Promise<LetterTypeListDto> {
    return { items: await listLetterTypes(this.database, actor, this.clock.today()), next: null };
  }
}
