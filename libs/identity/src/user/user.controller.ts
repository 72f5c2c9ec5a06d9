import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Param, ParseUUIDPipe, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, Database } from '#platform';
import { ChangeUser } from './change-user.js';
import { CreateUser } from './create-user.js';
import { EndMembership } from './end-membership.js';
import { ExportUsers } from './export-users.js';
import { GrantMembership } from './grant-membership.js';
import { ResetPassword } from './reset-password.js';
import { ChangeUserDto, MembershipInputDto, NewUserAnswerDto, NewUserDto, TemporaryPasswordDto, UserDto, UserListDto, UserNamesDto, UserNamesQuery, UserQuery } from './user.dto.js';
import { listUserNames, listUsers } from './user.queries.js';

@ApiTags('users')
@Controller('users')
export class UserController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CreateUser) private readonly createUser: CreateUser,
    @Inject(ChangeUser) private readonly changeUser: ChangeUser,
    @Inject(ResetPassword) private readonly resetPassword: ResetPassword,
    @Inject(GrantMembership) private readonly grantMembership: GrantMembership,
    @Inject(EndMembership) private readonly endMembership: EndMembership,
    @Inject(ExportUsers) private readonly exportUsers: ExportUsers,
  ) {}

  /** A village sees its own users, the regency's office all. */
  @Get()
  @Allow('user.manage')
  @ApiOkResponse({ type: UserListDto })
  list(@CurrentActor() actor: Actor, @Query() query: UserQuery): Promise<UserListDto> {
    return listUsers(this.database, actor, query);
  }

  /** For who gives a collector a receipt book without managing users. */
  @Get('names')
  @Allow('collector.manage')
  @ApiOkResponse({ type: UserNamesDto })
  async names(@CurrentActor() actor: Actor, @Query() { role }: UserNamesQuery): Promise<UserNamesDto> {
    return { items: await listUserNames(this.database, actor, role) };
  }

  /** The whole list with the same filters. Audited with how many it held. */
  @Get('export.csv')
  @Header('cache-control', 'no-store')
  @Allow('user.manage')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@CurrentActor() actor: Actor, @Query() query: UserQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.exportUsers.run(actor, query), { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="pengguna.csv"' });
  }

  /** Answers a temporary password, this once. */
  @Post()
  @Allow('user.manage')
  @ApiCreatedResponse({ type: NewUserAnswerDto })
  create(@CurrentActor() actor: Actor, @Body() body: NewUserDto): Promise<NewUserAnswerDto> {
    return this.createUser.run(actor, body);
  }

  @Patch(':id')
  @Allow('user.manage')
  @ApiOkResponse({ type: UserDto })
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeUserDto): Promise<UserDto> {
    return this.changeUser.run(actor, id, body);
  }

  /** Answers a temporary password, this once; every session of the user ends. */
  @Post(':id/password-reset')
  @HttpCode(200)
  @Allow('user.manage')
  @ApiOkResponse({ type: TemporaryPasswordDto })
  reset(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TemporaryPasswordDto> {
    return this.resetPassword.run(actor, id);
  }

  @Post(':id/memberships')
  @Allow('user.manage')
  @ApiCreatedResponse({ type: UserDto })
  grant(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: MembershipInputDto): Promise<UserDto> {
    return this.grantMembership.run(actor, id, body);
  }

  @Delete(':id/memberships/:membershipId')
  @HttpCode(204)
  @Allow('user.manage')
  @ApiNoContentResponse()
  end(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('membershipId', ParseUUIDPipe) membershipId: string): Promise<void> {
    return this.endMembership.run(actor, id, membershipId);
  }
}
