import { Body, Controller, Get, HttpCode, Inject, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, Database } from '#platform';
import { enterIdentity } from '../access/identity-scope.js';
import { ChangePassword } from './change-password.js';
import { ChangePasswordDto, MeDto } from './session.dto.js';
import { sessionState } from './session-state.queries.js';

@ApiTags('session')
@Controller('me')
export class MeController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ChangePassword) private readonly changePassword: ChangePassword,
  ) {}

  /** Who is signed in, where, and what he may do. */
  @Get()
  @Allow([], { duringPasswordChange: true, sessionCheckedInside: true })
  @ApiOkResponse({ type: MeDto })
  me(@CurrentActor() actor: Actor): Promise<MeDto> {
    return this.database.inVillage(actor, async (tx) => {
      enterIdentity(tx);
      return (await sessionState(tx, actor.sessionId ?? '')).me;
    });
  }

  @Put('password')
  @HttpCode(204)
  @Allow([], { duringPasswordChange: true })
  @ApiOperation({ summary: 'Choose a new password', description: 'Ends all other sessions of the user; this one goes on after a refresh.' })
  @ApiNoContentResponse()
  password(@CurrentActor() actor: Actor, @Body() body: ChangePasswordDto): Promise<void> {
    return this.changePassword.run(actor, body);
  }
}
