import { Body, Controller, Get, Header, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, Clock, CurrentActor, Database } from '#platform';
import { ExportResidents } from './export-residents.js';
import { residentProblems } from './problems.queries.js';
import { residentDetail } from './resident-detail.queries.js';
import { ResidentCountDto, ResidentDto, ResidentListDto, ResidentProblemListDto, ResidentQuery, RevealDto, RevealedDto } from './resident.dto.js';
import { countResidents, listResidents } from './resident.queries.js';
import { RevealIdentity } from './reveal-identity.js';

@ApiTags('residents')
@Controller('residents')
export class ResidentController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ExportResidents) private readonly exportResidents: ExportResidents,
    @Inject(RevealIdentity) private readonly revealIdentity: RevealIdentity,
  ) {}

  /** By name; heads of hamlets, RW and RT see their own area. A search is audited and looks at no more than 2,000 people. */
  @Get()
  @Allow('resident.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: ResidentListDto })
  list(@CurrentActor() actor: Actor, @Query() query: ResidentQuery): Promise<ResidentListDto> {
    return listResidents(this.database, this.clock, actor, query);
  }

  /** How many the list holds with the same filters. */
  @Get('count')
  @Allow('resident.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: ResidentCountDto })
  count(@CurrentActor() actor: Actor, @Query() query: ResidentQuery): Promise<ResidentCountDto> {
    return countResidents(this.database, this.clock, actor, query);
  }

  /** The whole list with the same filters; NIKs stay masked. Audited with how many it held. */
  @Get('export.csv')
  @Header('cache-control', 'no-store')
  @Allow('resident.export')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@CurrentActor() actor: Actor, @Query() query: ResidentQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.exportResidents.run(actor, query), { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="penduduk.csv"' });
  }

  /** What is odd in the register, by kind. */
  @Get('problems')
  @Allow('resident.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: ResidentProblemListDto })
  problems(@CurrentActor() actor: Actor): Promise<ResidentProblemListDto> {
    return residentProblems(this.database, actor);
  }

  @Get(':id')
  @Allow('resident.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: ResidentDto })
  @ApiNotFoundResponse({ description: 'not here, of another village, or outside the actor’s area' })
  detail(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ResidentDto> {
    return residentDetail(this.database, this.clock, actor, id);
  }

  /** Full NIK and family number, with a reason; audited. */
  @Post(':id/reveal')
  @HttpCode(200)
  @Allow('resident.reveal')
  @ApiOkResponse({ type: RevealedDto })
  @ApiNotFoundResponse()
  reveal(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RevealDto): Promise<RevealedDto> {
    return this.revealIdentity.run(actor, id, body);
  }
}
