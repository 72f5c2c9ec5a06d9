import { Body, Controller, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiForbiddenResponse, ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, Database } from '#platform';
import { ApproveLetter } from './approve-letter.js';
import { ReasonDto, ReplacementDto } from './letter-input.dto.js';
import { LetterDto } from './letter.dto.js';
import { letterDetail } from './letter.queries.js';
import { RejectLetter } from './reject-letter.js';
import { ReplaceLetter } from './replace-letter.js';
import { RetryRendering } from './retry-rendering.js';
import { ReturnLetter } from './return-letter.js';
import { VerifyLetter } from './verify-letter.js';
import { VoidLetter } from './void-letter.js';

/** The acts on a letter; each answers the letter as it is then. 409 when its state does not allow the act. */
@ApiTags('letters')
@Controller('letters/:id')
export class LetterActController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(VerifyLetter) private readonly verifyLetter: VerifyLetter,
    @Inject(ReturnLetter) private readonly returnLetter: ReturnLetter,
    @Inject(RejectLetter) private readonly rejectLetter: RejectLetter,
    @Inject(ApproveLetter) private readonly approveLetter: ApproveLetter,
    @Inject(RetryRendering) private readonly retryRendering: RetryRendering,
    @Inject(VoidLetter) private readonly voidLetter: VoidLetter,
    @Inject(ReplaceLetter) private readonly replaceLetter: ReplaceLetter,
  ) {}

  @Post('verification')
  @HttpCode(200)
  @Allow('letter.verify')
  @ApiOkResponse({ type: LetterDto })
  @ApiNotFoundResponse()
  @ApiConflictResponse({ description: 'LETTER_NOT_VERIFIABLE' })
  verify(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LetterDto> {
    return this.after(actor, id, this.verifyLetter.run(actor, id));
  }

  @Post('return')
  @HttpCode(200)
  @Allow('letter.return')
  @ApiOkResponse({ type: LetterDto })
  @ApiConflictResponse({ description: 'LETTER_NOT_RETURNABLE' })
  return(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReasonDto): Promise<LetterDto> {
    return this.after(actor, id, this.returnLetter.run(actor, id, body));
  }

  @Post('rejection')
  @HttpCode(200)
  @Allow('letter.reject')
  @ApiOkResponse({ type: LetterDto })
  @ApiConflictResponse({ description: 'LETTER_NOT_REJECTABLE' })
  reject(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReasonDto): Promise<LetterDto> {
    return this.after(actor, id, this.rejectLetter.run(actor, id, body));
  }

  /** Gives the number; the paper follows (status `approved`, then `issued` or `failed`). */
  @Post('approval')
  @HttpCode(200)
  @Allow('letter.approve')
  @ApiOkResponse({ type: LetterDto })
  @ApiForbiddenResponse({ description: 'NOT_THE_SIGNATORY' })
  @ApiConflictResponse({ description: 'LETTER_NOT_APPROVABLE' })
  approve(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LetterDto> {
    return this.after(actor, id, this.approveLetter.run(actor, id));
  }

  /** Makes the paper again after it failed; the number stays. */
  @Post('rendering')
  @HttpCode(200)
  @Allow('letter.print')
  @ApiOkResponse({ type: LetterDto })
  @ApiConflictResponse({ description: 'LETTER_NOT_RENDERABLE' })
  render(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LetterDto> {
    return this.after(actor, id, this.retryRendering.run(actor, id));
  }

  /** The QR page says DICABUT from now on, with this reason. */
  @Post('voiding')
  @HttpCode(200)
  @Allow('letter.void')
  @ApiOkResponse({ type: LetterDto })
  @ApiConflictResponse({ description: 'LETTER_NOT_VOIDABLE' })
  void(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReasonDto): Promise<LetterDto> {
    return this.after(actor, id, this.voidLetter.run(actor, id, body));
  }

  /** Answers the new letter, status `requested`; the old one is valid until the new one is issued. */
  @Post('replacement')
  @Allow(['letter.verify', 'letter.void'])
  @ApiCreatedResponse({ type: LetterDto })
  @ApiConflictResponse({ description: 'LETTER_NOT_REPLACEABLE, REPLACEMENT_UNDERWAY' })
  async replace(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReplacementDto): Promise<LetterDto> {
    return letterDetail(this.database, actor, await this.replaceLetter.run(actor, id, body));
  }

  private async after(actor: Actor, id: string, act: Promise<void>): Promise<LetterDto> {
    await act;
    return letterDetail(this.database, actor, id);
  }
}
