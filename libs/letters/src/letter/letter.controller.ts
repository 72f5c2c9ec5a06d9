import { Body, Controller, Get, Header, Inject, Param, ParseUUIDPipe, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiHeader, ApiNotFoundResponse, ApiOkResponse, ApiProduces, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, Database, IdempotencyKey } from '#platform';
import { applicantPaper } from './applicant.queries.js';
import { EditLetter } from './edit-letter.js';
import { ExportLetters } from './export-letters.js';
import { LetterChangeDto, NewLetterDto } from './letter-input.dto.js';
import { letterCounts, listLetters } from './letter-list.queries.js';
import { ApplicantPaperDto, LetterCountsDto, LetterDto, LetterListDto, LetterQuery } from './letter.dto.js';
import { letterDetail } from './letter.queries.js';
import { RequestLetter } from './request-letter.js';

@ApiTags('letters')
@Controller('letters')
export class LetterController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RequestLetter) private readonly requestLetter: RequestLetter,
    @Inject(EditLetter) private readonly editLetter: EditLetter,
    @Inject(ExportLetters) private readonly exportLetters: ExportLetters,
  ) {}

  /** Heads of hamlets, RW and RT see the letters they requested; everyone else here those of the village. A search is audited. */
  @Get()
  @Allow(['letter.read', 'letter.request'])
  @ApiOkResponse({ type: LetterListDto })
  list(@CurrentActor() actor: Actor, @Query() query: LetterQuery): Promise<LetterListDto> {
    return listLetters(this.database, actor, query);
  }

  @Get('counts')
  @Allow(['letter.read', 'letter.request'])
  @ApiOkResponse({ type: LetterCountsDto })
  counts(@CurrentActor() actor: Actor): Promise<LetterCountsDto> {
    return letterCounts(this.database, actor);
  }

  /** The whole list with the same filters. Audited with how many it held. */
  @Get('export.csv')
  @Header('cache-control', 'no-store')
  @Allow('letter.read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@CurrentActor() actor: Actor, @Query() query: LetterQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.exportLetters.run(actor, query), { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="surat.csv"' });
  }

  /** What a letter takes from the register besides what is typed: for the form before there is a letter. */
  @Get('applicants/:id')
  @Allow('letter.request')
  @ApiOkResponse({ type: ApplicantPaperDto })
  @ApiNotFoundResponse()
  @ApiUnprocessableEntityResponse({ description: 'APPLICANT_NOT_LIVING' })
  applicant(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ApplicantPaperDto> {
    return applicantPaper(this.database, actor, id);
  }

  @Get(':id')
  @Allow(['letter.read', 'letter.request'])
  @ApiOkResponse({ type: LetterDto })
  @ApiNotFoundResponse()
  detail(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LetterDto> {
    return letterDetail(this.database, actor, id);
  }

  /** The same key and body again answer the same letter as it is by then. */
  @Post()
  @Allow('letter.request')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: LetterDto })
  @ApiNotFoundResponse({ description: 'the resident or official is not here' })
  @ApiConflictResponse({ description: 'IDEMPOTENCY_KEY_REUSED' })
  async request(@CurrentActor() actor: Actor, @IdempotencyKey() key: string, @Body() body: NewLetterDto): Promise<LetterDto> {
    return letterDetail(this.database, actor, await this.requestLetter.run(actor, key, body));
  }

  /** While it lies on the desk; a returned letter is requested again by it. */
  @Patch(':id')
  @Allow('letter.request')
  @ApiOkResponse({ type: LetterDto })
  @ApiConflictResponse({ description: 'LETTER_NOT_EDITABLE' })
  async edit(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: LetterChangeDto): Promise<LetterDto> {
    await this.editLetter.run(actor, id, body);
    return letterDetail(this.database, actor, id);
  }
}
