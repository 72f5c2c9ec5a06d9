import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, Database } from '#platform';
import { unitById } from '../access/unit.queries.js';
import { RoleListDto } from './role.dto.js';
import { roleName, roleNamed, roles } from './roles.js';

@ApiTags('users')
@Controller('roles')
export class RoleController {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The whole role table; `grantable` marks those this actor may give. */
  @Get()
  @Allow('user.manage')
  @ApiOkResponse({ type: RoleListDto })
  async list(@CurrentActor() actor: Actor): Promise<RoleListDto> {
    const { kind } = await unitById(this.database, actor, actor.unitId);
    const grants = roleNamed(actor.role).grants;
    return {
      items: [...roles.values()].map((role) => ({
        slug: role.slug, name: roleName(role, kind), permissions: [...role.permissions], reach: role.reach, grantable: grants.includes(role.slug),
      })),
      next: null,
    };
  }
}
