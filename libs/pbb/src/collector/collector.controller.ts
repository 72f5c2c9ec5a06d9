import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, AnswersWorkbook, CurrentActor, Database, workbookAnswer } from '#platform';
import { AssignCollector } from './assign-collector.js';
import { CollectorListDto, CollectorQuery, NewAssignmentDto, NewCollectorDto } from './collector.dto.js';
import { listCollectors } from './collector.queries.js';
import { EndCollector } from './end-collector.js';
import { ExportCollectors } from './export-collectors.js';
import { RegisterCollector } from './register-collector.js';

class CollectorIdDto {
  @ApiProperty({ format: 'uuid' }) id: string;
}

/** Petugas pungut, their receipt books, where they go and the cash they hold. */
@ApiTags('collectors')
@Controller('collectors')
export class CollectorController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegisterCollector) private readonly register: RegisterCollector,
    @Inject(EndCollector) private readonly endCollector: EndCollector,
    @Inject(AssignCollector) private readonly assignCollector: AssignCollector,
    @Inject(ExportCollectors) private readonly exportCollectors: ExportCollectors,
  ) {}

  @Get()
  @Allow('payment.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: CollectorListDto })
  list(@CurrentActor() actor: Actor, @Query() query: CollectorQuery): Promise<CollectorListDto> {
    return listCollectors(this.database, actor, query);
  }

  /** The same with where they go, as a workbook. Audited with how many it held. */
  @Get('export.xlsx')
  @Allow('payment.read')
  @AnswersWorkbook()
  async export(@CurrentActor() actor: Actor, @Query() query: CollectorQuery): Promise<StreamableFile> {
    return workbookAnswer('petugas-pungut', await this.exportCollectors.run(actor, query));
  }

  @Post()
  @Allow('collector.manage')
  @ApiCreatedResponse({ type: CollectorIdDto })
  @ApiConflictResponse({ description: 'COLLECTOR_EXISTS' })
  create(@CurrentActor() actor: Actor, @Body() body: NewCollectorDto): Promise<CollectorIdDto> {
    return this.register.run(actor, body);
  }

  /** The book is closed; refused while the collector holds cash. */
  @Post(':id/ending')
  @HttpCode(204)
  @Allow('collector.manage')
  @ApiNoContentResponse()
  @ApiConflictResponse({ description: 'COLLECTOR_HOLDS_CASH' })
  end(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.endCollector.run(actor, id);
  }

  @Post(':id/assignments')
  @Allow('collector.manage')
  @ApiCreatedResponse({ type: CollectorIdDto })
  assign(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: NewAssignmentDto): Promise<CollectorIdDto> {
    return this.assignCollector.run(actor, id, body);
  }
}
