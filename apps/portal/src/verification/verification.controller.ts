import { createHash } from 'node:crypto';
import { Controller, Get, HttpStatus, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TOKEN_CHARACTERS, type Verification, VerifyDocument } from '#documents';
import { Clock, DomainError } from '#platform';
import { Pages } from '../page/pages.js';
import { type CheckedFile, resultView } from './result-view.js';

/** The page a QR code opens. The address is printed in capitals, which makes the code smaller. */
@Controller()
export class VerificationController {
  constructor(
    @Inject(VerifyDocument) private readonly verifyDocument: VerifyDocument,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get(['v/:token', 'V/:token'])
  async show(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(token, await this.verifyDocument.run(token, request.id), null, reply);
  }

  /** Compares a PDF with the stored one by its hash; the file is read once and kept nowhere. */
  @Post(['v/:token/berkas', 'V/:token/berkas'])
  async compare(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const verification = await this.verifyDocument.run(token, request.id);
    const sha256 = await hashOfFile(request);
    const file: CheckedFile = sha256 === null ? 'missing' : verification.state !== 'not-found' && sha256 === verification.sha256 ? 'same' : 'different';
    await this.answer(token, verification, file, reply);
  }

  private async answer(token: string, verification: Verification, file: CheckedFile | null, reply: FastifyReply): Promise<void> {
    void reply.type('text/html; charset=utf-8');
    if (verification.state === 'not-found') {
      void reply.code(HttpStatus.NOT_FOUND).send(await this.pages.render('notFound', 'TIDAK DITEMUKAN', { characters: TOKEN_CHARACTERS }));
      return;
    }
    const view = resultView(verification, file, this.clock.now());
    void reply.code(HttpStatus.OK).send(await this.pages.render('result', `${view.word}: ${verification.document.title}`, { ...view, token }));
  }
}

/**
 * SHA-256 of the one uploaded file; null when none was chosen.
 * @throws 413 when it is larger than any letter, 406 when this is no upload, DomainError UPLOAD_TORN (400) when it breaks off
 */
async function hashOfFile(request: FastifyRequest): Promise<string | null> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    const part = await request.file();
    if (!part) return null;
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      hash.update(chunk);
      size += chunk.length;
    }
    if (part.file.truncated) throw Object.assign(new Error('the file is too large'), { statusCode: 413 });
  } catch (error) {
    // The form's parser gives its own refusals a status, and none to a body without an end or a header out of shape.
    if (typeof (error as { statusCode?: unknown }).statusCode === 'number') throw error;
    throw new DomainError('UPLOAD_TORN', HttpStatus.BAD_REQUEST, 'Kiriman berkas terputus.');
  }
  return size === 0 ? null : hash.digest('hex');
}
