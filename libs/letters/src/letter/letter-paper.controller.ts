import { Body, Controller, Get, Header, HttpCode, Inject, Param, ParseUUIDPipe, Post, StreamableFile } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiProduces, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor } from '#platform';
import { LetterPreviewDto, NewLetterDto } from './letter-input.dto.js';
import { PreviewLetter } from './preview-letter.js';
import { PrintLetter } from './print-letter.js';

const pdf = 'application/pdf';
const file = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('letters')
@Controller('letters')
export class LetterPaperController {
  constructor(
    @Inject(PreviewLetter) private readonly previewLetter: PreviewLetter,
    @Inject(PrintLetter) private readonly printLetter: PrintLetter,
  ) {}

  /** What is being typed, as it would print: marked DRAF, without number and QR. */
  @Post('preview.pdf')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Allow('letter.request')
  @ApiProduces(pdf)
  @ApiOkResponse(file)
  @ApiUnprocessableEntityResponse({ description: 'names the fields that are missing or wrong' })
  async previewRequest(@CurrentActor() actor: Actor, @Body() body: NewLetterDto): Promise<StreamableFile> {
    return new StreamableFile(await this.previewLetter.ofRequest(actor, body), { type: pdf, disposition: 'inline' });
  }

  /** A stored letter as it would print today, with the changes sent. */
  @Post(':id/preview.pdf')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Allow(['letter.read', 'letter.request'])
  @ApiProduces(pdf)
  @ApiOkResponse(file)
  @ApiNotFoundResponse()
  @ApiUnprocessableEntityResponse({ description: 'names the fields that are missing or wrong' })
  async preview(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: LetterPreviewDto): Promise<StreamableFile> {
    return new StreamableFile(await this.previewLetter.ofLetter(actor, id, body), { type: pdf, disposition: 'inline' });
  }

  /** The stored file, the same bytes each time; audited. */
  @Get(':id/document.pdf')
  @Header('cache-control', 'no-store')
  @Allow('letter.print')
  @ApiProduces(pdf)
  @ApiOkResponse(file)
  @ApiNotFoundResponse()
  @ApiConflictResponse({ description: 'LETTER_NOT_PRINTABLE: not issued yet' })
  async document(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { stream, size, fileName } = await this.printLetter.run(actor, id);
    return new StreamableFile(stream, { type: pdf, length: size, disposition: `inline; filename="${fileName}"` });
  }
}
