import { Controller, Get, Header, Inject, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, Clock, CurrentActor, Database } from '#platform';
import { ExportFamilies } from './export-families.js';
import { FamilyDto, FamilyListDto, FamilyQuery } from './family.dto.js';
import { familyDetail, listFamilies } from './family.queries.js';

@ApiTags('families')
@Controller('families')
export class FamilyController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ExportFamilies) private readonly exportFamilies: ExportFamilies,
  ) {}

  /** By number. A search is audited. */
  @Get()
  @Allow('family.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: FamilyListDto })
  list(@CurrentActor() actor: Actor, @Query() query: FamilyQuery): Promise<FamilyListDto> {
    return listFamilies(this.database, actor, query);
  }

  /** The whole list with the same filters; numbers stay masked. Audited with how many it held. */
  @Get('export.csv')
  @Header('cache-control', 'no-store')
  @Allow('family.export')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@CurrentActor() actor: Actor, @Query() query: FamilyQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.exportFamilies.run(actor, query), { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="keluarga.csv"' });
  }

  @Get(':id')
  @Allow('family.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: FamilyDto })
  @ApiNotFoundResponse()
  detail(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<FamilyDto> {
    return familyDetail(this.database, this.clock, actor, id);
  }
}
