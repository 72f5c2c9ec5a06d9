import { Controller, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor } from '#platform';
import { EndAssignment } from './end-assignment.js';

/** Where collectors go. */
@ApiTags('collectors')
@Controller('collector-assignments')
export class CollectorAssignmentController {
  constructor(@Inject(EndAssignment) private readonly endAssignment: EndAssignment) {}

  /** The collector no longer goes there. */
  @Post(':id/ending')
  @HttpCode(204)
  @Allow('collector.manage')
  @ApiNoContentResponse()
  end(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.endAssignment.run(actor, id);
  }
}
