import { Controller, Get, Header, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, Clock, CurrentActor, Database, WORKBOOK_TYPE } from '#platform';
import { UndepositedCashDto, UndepositedCashQuery } from './cash/undeposited-cash.dto.js';
import { undepositedCash } from './cash/undeposited-cash.queries.js';
import { LetterReportDto } from './letters/letter-report.dto.js';
import { letterReport } from './letters/letter-report.queries.js';
import { OverviewDto } from './overview/overview.dto.js';
import { overview } from './overview/overview.queries.js';
import { TaxReportDto } from './pbb/tax-report.dto.js';
import { taxReport } from './pbb/tax-report.queries.js';
import { PopulationReportDto } from './population/population-report.dto.js';
import { populationReport } from './population/population-report.queries.js';
import { ReportQuery, TaxReportQuery } from './report.dto.js';
import { cashWorkbook, letterWorkbook, overviewWorkbook, populationWorkbook, taxWorkbook } from './report-workbook.js';

const file = (name: string, content: ReturnType<typeof taxWorkbook>): StreamableFile => new StreamableFile(content, { type: WORKBOOK_TYPE, disposition: `attachment; filename="${name}.xlsx"` });
const workbook = { schema: { type: 'string', format: 'binary' } } as const;

/** Counts across villages: never a person, a bill or a letter. Each is what its role reaches. */
@ApiTags('reports')
@Controller('reports')
export class ReportController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get('overview')
  @Allow('report.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: OverviewDto })
  overview(@CurrentActor() actor: Actor, @Query() query: ReportQuery): Promise<OverviewDto> {
    return overview(this.database, this.clock, actor, query);
  }

  @Get('overview.xlsx')
  @Allow('report.read', { sessionCheckedInside: true })
  @Header('cache-control', 'no-store')
  @ApiProduces(WORKBOOK_TYPE)
  @ApiOkResponse(workbook)
  async overviewFile(@CurrentActor() actor: Actor, @Query() query: ReportQuery): Promise<StreamableFile> {
    return file('ringkasan', overviewWorkbook(await overview(this.database, this.clock, actor, query), actor.permissions.has('report.pbb')));
  }

  @Get('population')
  @Allow('report.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: PopulationReportDto })
  population(@CurrentActor() actor: Actor, @Query() query: ReportQuery): Promise<PopulationReportDto> {
    return populationReport(this.database, this.clock, actor, query);
  }

  @Get('population.xlsx')
  @Allow('report.read', { sessionCheckedInside: true })
  @Header('cache-control', 'no-store')
  @ApiProduces(WORKBOOK_TYPE)
  @ApiOkResponse(workbook)
  async populationFile(@CurrentActor() actor: Actor, @Query() query: ReportQuery): Promise<StreamableFile> {
    return file('laporan-penduduk', populationWorkbook(await populationReport(this.database, this.clock, actor, query)));
  }

  @Get('letters')
  @Allow('report.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: LetterReportDto })
  letters(@CurrentActor() actor: Actor, @Query() query: ReportQuery): Promise<LetterReportDto> {
    return letterReport(this.database, this.clock, actor, query);
  }

  @Get('letters.xlsx')
  @Allow('report.read', { sessionCheckedInside: true })
  @Header('cache-control', 'no-store')
  @ApiProduces(WORKBOOK_TYPE)
  @ApiOkResponse(workbook)
  async lettersFile(@CurrentActor() actor: Actor, @Query() query: ReportQuery): Promise<StreamableFile> {
    return file('laporan-surat', letterWorkbook(await letterReport(this.database, this.clock, actor, query)));
  }

  @Get('pbb')
  @Allow('report.pbb', { sessionCheckedInside: true })
  @ApiOkResponse({ type: TaxReportDto })
  pbb(@CurrentActor() actor: Actor, @Query() query: TaxReportQuery): Promise<TaxReportDto> {
    return taxReport(this.database, this.clock, actor, query);
  }

  @Get('pbb.xlsx')
  @Allow('report.pbb', { sessionCheckedInside: true })
  @Header('cache-control', 'no-store')
  @ApiProduces(WORKBOOK_TYPE)
  @ApiOkResponse(workbook)
  async pbbFile(@CurrentActor() actor: Actor, @Query() query: TaxReportQuery): Promise<StreamableFile> {
    return file('laporan-pbb', taxWorkbook(await taxReport(this.database, this.clock, actor, query)));
  }

  /** Cash that collectors hold, the oldest first. */
  @Get('undeposited-cash')
  @Allow('report.pbb', { sessionCheckedInside: true })
  @ApiOkResponse({ type: UndepositedCashDto })
  cash(@CurrentActor() actor: Actor, @Query() query: UndepositedCashQuery): Promise<UndepositedCashDto> {
    return undepositedCash(this.database, this.clock, actor, query);
  }

  @Get('undeposited-cash.xlsx')
  @Allow('report.pbb', { sessionCheckedInside: true })
  @Header('cache-control', 'no-store')
  @ApiProduces(WORKBOOK_TYPE)
  @ApiOkResponse(workbook)
  async cashFile(@CurrentActor() actor: Actor, @Query() query: UndepositedCashQuery): Promise<StreamableFile> {
    return file('uang-belum-disetor', cashWorkbook(await undepositedCash(this.database, this.clock, actor, query)));
  }
}
