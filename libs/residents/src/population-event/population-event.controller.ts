import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor } from '#platform';
import { CorrectResident } from './correct-resident.js';
import { NewPopulationEventAnswerDto, NewPopulationEventDto } from './population-event.dto.js';

@ApiTags('population-events')
@Controller('population-events')
export class PopulationEventController {
  constructor(@Inject(CorrectResident) private readonly correctResident: CorrectResident) {}

  /** Records what happened to a person; the record follows from it. */
  @Post()
  @Allow('resident.correct')
  @ApiCreatedResponse({ type: NewPopulationEventAnswerDto })
  @ApiConflictResponse({ description: 'RESIDENT_CHANGED, NIK_TAKEN' })
  record(@CurrentActor() actor: Actor, @Body() body: NewPopulationEventDto): Promise<NewPopulationEventAnswerDto> {
    return this.correctResident.run(actor, body);
  }
}
