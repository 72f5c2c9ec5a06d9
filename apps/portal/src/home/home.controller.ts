import { Controller, Get, Header, HttpStatus, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { TOKEN_CHARACTERS } from '#documents';
import { Pages } from '../page/pages.js';
import { readCode } from './read-code.js';

@Controller()
export class HomeController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  home(): Promise<string> {
    return this.page('', null);
  }

  /** From what was typed to the page of the token; what cannot be one comes back with the reason beside it. */
  @Get('periksa')
  async look(@Query('kode') typed: unknown, @Res() reply: FastifyReply): Promise<void> {
    const code = readCode(typed);
    if ('token' in code) return void reply.redirect(`${this.pages.base}/v/${code.token}`, HttpStatus.SEE_OTHER);
    void reply.code(HttpStatus.UNPROCESSABLE_ENTITY).type('text/html; charset=utf-8').send(await this.page(code.typed, code.error));
  }

  /** Crawlers may come in, because only then do they learn of `noindex`. */
  @Get('robots.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  robots(): string {
    return 'User-agent: *\nAllow: /\n';
  }

  private page(code: string, error: string | null): Promise<string> {
    return this.pages.render('home', error ? 'Ada yang perlu diperbaiki' : 'Apakah surat ini asli?', { code, error, characters: TOKEN_CHARACTERS });
  }
}
