import { Body, Controller, Delete, HttpCode, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, Allow, CurrentActor, Public } from '#platform';
import { RefreshCookie } from './refresh-cookie.js';
import { RefreshSession } from './refresh-session.js';
import { SessionDto, SignInDto, SwitchVillageDto } from './session.dto.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';
import { SwitchVillage } from './switch-village.js';

@ApiTags('session')
@Controller('sessions')
export class SessionController {
  constructor(
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(RefreshSession) private readonly refreshSession: RefreshSession,
    @Inject(SignOut) private readonly signOut: SignOut,
    @Inject(SwitchVillage) private readonly switchVillage: SwitchVillage,
    @Inject(RefreshCookie) private readonly cookie: RefreshCookie,
  ) {}

  @Post()
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'Sign in', description: 'Sets the refresh token as an httpOnly cookie. LOGIN_FAILED (401) for an unknown name and a wrong password alike; LOGIN_LOCKED (429) with Retry-After.' })
  @ApiOkResponse({ type: SessionDto })
  async open(@Body() body: SignInDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionDto> {
    return this.cookie.set(reply, await this.signIn.run(body, request.ip));
  }

  @Post('refresh')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'Exchange the cookie for a new access token', description: 'The cookie changes every time. SESSION_EXPIRED or SESSION_REUSED (401).' })
  @ApiOkResponse({ type: SessionDto })
  async refresh(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionDto> {
    return this.cookie.set(reply, await this.refreshSession.run(this.cookie.of(request)));
  }

  @Delete('current')
  @HttpCode(204)
  @Allow([], { duringPasswordChange: true })
  @ApiNoContentResponse()
  async close(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signOut.run(actor);
    this.cookie.clear(reply);
  }

  @Put('current/village')
  @Allow([], { duringPasswordChange: true })
  @ApiOperation({ summary: 'Work in another village', description: 'One of the user’s own, or, with a purpose, one an office role may look into.' })
  @ApiOkResponse({ type: SessionDto })
  switch(@CurrentActor() actor: Actor, @Body() body: SwitchVillageDto): Promise<SessionDto> {
    return this.switchVillage.run(actor, body);
  }
}
