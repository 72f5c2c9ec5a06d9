import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, Database } from '#platform';
import { AddArea } from './add-area.js';
import { AreaDto, AreaListDto, AreaNameDto, NewAreaDto } from './area.dto.js';
import { listAreas } from './area.queries.js';
import { RemoveArea } from './remove-area.js';
import { RenameArea } from './rename-area.js';

@ApiTags('villages')
@Controller('areas')
export class AreaController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AddArea) private readonly addArea: AddArea,
    @Inject(RenameArea) private readonly renameArea: RenameArea,
    @Inject(RemoveArea) private readonly removeArea: RemoveArea,
  ) {}

  /** Hamlets, RW and RT of the village, all at once. */
  @Get()
  @Allow('village.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: AreaListDto })
  async list(@CurrentActor() actor: Actor): Promise<AreaListDto> {
    return { items: await listAreas(this.database, actor), next: null };
  }

  @Post()
  @Allow('area.manage')
  @ApiCreatedResponse({ type: AreaDto })
  @ApiConflictResponse({ description: 'AREA_EXISTS' })
  add(@CurrentActor() actor: Actor, @Body() body: NewAreaDto): Promise<AreaDto> {
    return this.addArea.run(actor, body);
  }

  /** Renames it; the people in it stay. */
  @Patch(':id')
  @Allow('area.manage')
  @ApiOkResponse({ type: AreaDto })
  @ApiConflictResponse({ description: 'AREA_EXISTS' })
  rename(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: AreaNameDto): Promise<AreaDto> {
    return this.renameArea.run(actor, id, body.name);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('area.manage')
  @ApiNoContentResponse()
  @ApiConflictResponse({ description: 'AREA_IN_USE' })
  remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.removeArea.run(actor, id);
  }
}
