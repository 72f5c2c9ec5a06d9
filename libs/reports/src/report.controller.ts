import { Controller, Get, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, AnswersWorkbook, Clock, CurrentActor, Database, workbookAnswer } from '#platform';
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
  @AnswersWorkbook()
  async overviewFile(@CurrentActor() actor: Actor, @Query() query: ReportQuery): Promise<StreamableFile> {
    return workbookAnswer('ringkasan', overviewWorkbook(await overview(this.database, this.clock, actor, query), actor.permissions.has('report.pbb')));
  }

  @Get('population')
  @Allow('report.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: PopulationReportDto })
  population(@CurrentActor() actor: Actor, @Query() query: ReportQuery): Promise<PopulationReportDto> {
    return populationReport(this.database, this.clock, actor, query);
  }

  @Get('population.xlsx')
  @Allow('report.read', { sessionCheckedInside: true })
  @AnswersWorkbook()
  async populationFile(@CurrentActor() actor: Actor, @Query() query: ReportQuery): Promise<StreamableFile> {
    return workbookAnswer('laporan-penduduk', populationWorkbook(await populationReport(this.database, this.clock, actor, query)));
  }

  @Get('letters')
  @Allow('report.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: LetterReportDto })
  letters(@CurrentActor() actor: Actor, @Query() query: ReportQuery): Promise<LetterReportDto> {
    return letterReport(this.database, this.clock, actor, query);
  }

  @Get('letters.xlsx')
  @Allow('report.read', { sessionCheckedInside: true })
  @AnswersWorkbook()
  async lettersFile(@CurrentActor() actor: Actor, @Query() query: ReportQuery): Promise<StreamableFile> {
    return workbookAnswer('laporan-surat', letterWorkbook(await letterReport(this.database, this.clock, actor, query)));
  }

  @Get('pbb')
  @Allow('report.pbb', { sessionCheckedInside: true })
  @ApiOkResponse({ type: TaxReportDto })
  pbb(@CurrentActor() actor: Actor, @Query() query: TaxReportQuery): Promise<TaxReportDto> {
    return taxReport(this.database, this.clock, actor, query);
  }

  @Get('pbb.xlsx')
  @Allow('report.pbb', { sessionCheckedInside: true })
  @AnswersWorkbook()
  async pbbFile(@CurrentActor() actor: Actor, @Query() query: TaxReportQuery): Promise<StreamableFile> {
    return workbookAnswer('laporan-pbb', taxWorkbook(await taxReport(this.database, this.clock, actor, query)));
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
  @AnswersWorkbook()
  async cashFile(@CurrentActor() actor: Actor, @Query() query: UndepositedCashQuery): Promise<StreamableFile> {
    return workbookAnswer('uang-belum-disetor', cashWorkbook(await undepositedCash(this.database, this.clock, actor, query)));
  }
}
