import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, Database } from '#platform';
import { DistrictListDto, RegencyDto, VillageQuery, VillageRowListDto } from './region.dto.js';
import { listDistricts, listVillages, readRegency } from './region.queries.js';

/** The catalogue of regions: the same for everyone who is signed in. */
@ApiTags('villages')
@Controller()
export class RegionController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get('regency')
  @Allow([], { sessionCheckedInside: true })
  @ApiOkResponse({ type: RegencyDto })
  regency(@CurrentActor() actor: Actor): Promise<RegencyDto> {
    return readRegency(this.database, actor);
  }

  @Get('districts')
  @Allow([], { sessionCheckedInside: true })
  @ApiOkResponse({ type: DistrictListDto })
  async districts(@CurrentActor() actor: Actor): Promise<DistrictListDto> {
    return { items: await listDistricts(this.database, actor), next: null };
  }

  /** Desa and kelurahan, of one district or all. */
  @Get('villages')
  @Allow([], { sessionCheckedInside: true })
  @ApiOkResponse({ type: VillageRowListDto })
  async villages(@CurrentActor() actor: Actor, @Query() query: VillageQuery): Promise<VillageRowListDto> {
    return { items: await listVillages(this.database, actor, query.district ?? null), next: null };
  }
}
