import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, Database } from '#platform';
import { DeleteImportMapping } from './delete-import-mapping.js';
import { ImportMappingBodyDto, ImportMappingDto, ImportMappingListDto, MappingKindQuery, NewImportMappingDto } from './import-mapping.dto.js';
import { importMappingById, listImportMappings } from './import-mapping.queries.js';
import { ReplaceImportMapping } from './replace-import-mapping.js';
import { SaveImportMapping } from './save-import-mapping.js';

/** Those who bring lists of any of the kinds; they are people of one office. */
const KEEPERS = ['assessment.import', 'bank.reconcile'];

/** Headings of an office's own files, kept by kind of list for the next upload. */
@ApiTags('import-mappings')
@Controller('import-mappings')
export class ImportMappingController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SaveImportMapping) private readonly saveMapping: SaveImportMapping,
    @Inject(ReplaceImportMapping) private readonly replaceMapping: ReplaceImportMapping,
    @Inject(DeleteImportMapping) private readonly deleteMapping: DeleteImportMapping,
  ) {}

  /** By name, all at once. */
  @Get()
  @Allow(KEEPERS, { sessionCheckedInside: true })
  @ApiOkResponse({ type: ImportMappingListDto })
  async list(@CurrentActor() actor: Actor, @Query() { kind }: MappingKindQuery): Promise<ImportMappingListDto> {
    return { items: await listImportMappings(this.database, actor, kind), next: null };
  }

  @Post()
  @Allow(KEEPERS)
  @ApiCreatedResponse({ type: ImportMappingDto })
  @ApiConflictResponse({ description: 'MAPPING_EXISTS' })
  async save(@CurrentActor() actor: Actor, @Body() body: NewImportMappingDto): Promise<ImportMappingDto> {
    return importMappingById(this.database, actor, await this.saveMapping.run(actor, body));
  }

  @Put(':id')
  @Allow(KEEPERS)
  @ApiOkResponse({ type: ImportMappingDto })
  @ApiConflictResponse({ description: 'MAPPING_EXISTS' })
  async replace(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ImportMappingBodyDto): Promise<ImportMappingDto> {
    await this.replaceMapping.run(actor, id, body);
    return importMappingById(this.database, actor, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow(KEEPERS)
  @ApiNoContentResponse()
  delete(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.deleteMapping.run(actor, id);
  }
}
