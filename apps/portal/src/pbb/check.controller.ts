import { Body, Controller, Get, HttpStatus, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BillTokens, FindTaxObject } from '#pbb';
import { type CheckForm, readCheckForm } from './check-form.js';
import { CHECK_LIMITS, type LimitReached, PbbLimits } from './pbb-limits.js';
import { Pages } from '../page/pages.js';

/** No miss is answered sooner, so that the time tells nobody which of the two was wrong. */
const MISS_MILLISECONDS = 300;

const EMPTY: CheckForm = { typed: { nop: '', word: '' }, errors: {}, nop: null };

interface Notice {
  readonly title: string;
  readonly text: string;
}

const noMatch: Notice = { title: 'Tidak cocok.', text: 'NOP atau kata dari namanya tidak sama dengan tagihan yang berlaku. Periksa keduanya pada SPPT, lalu coba lagi.' };
const runOut: Notice = { title: 'Halaman tagihan sudah tertutup.', text: 'Demi keamanan Anda halaman itu hanya terbuka sebentar. Isi lagi untuk membukanya.' };

/** One question: the NOP and a word of the name, both from the paper. The answer stands at an address that says neither. */
@Controller('pbb')
export class CheckController {
  constructor(
    @Inject(FindTaxObject) private readonly findTaxObject: FindTaxObject,
    @Inject(BillTokens) private readonly tokens: BillTokens,
    @Inject(PbbLimits) private readonly limits: PbbLimits,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Get()
  async form(@Res() reply: FastifyReply): Promise<void> {
    await sendCheckPage(this.pages, reply, HttpStatus.OK, EMPTY, null);
  }

  @Post()
  async check(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const form = readCheckForm(body);
    if (!form.nop || form.errors.word) return sendCheckPage(this.pages, reply, HttpStatus.UNPROCESSABLE_ENTITY, form, null);
    const reached = await this.limits.take(CHECK_LIMITS, form.nop, request.ip);
    if (reached) {
      void reply.header('retry-after', String(reached.seconds));
      return sendCheckPage(this.pages, reply, HttpStatus.TOO_MANY_REQUESTS, form, limitNotice(reached));
    }
    const noSooner = new Promise<void>((passed) => void setTimeout(passed, MISS_MILLISECONDS));
    const seen = await this.findTaxObject.run(form.nop, form.typed.word, request.id);
    if (seen) {
      await this.limits.matched(CHECK_LIMITS, form.nop, request.ip);
      return void reply.redirect(`${this.pages.base}/pbb/tagihan/${this.tokens.seal(seen)}`, HttpStatus.SEE_OTHER);
    }
    await noSooner;
    return sendCheckPage(this.pages, reply, HttpStatus.UNPROCESSABLE_ENTITY, form, noMatch);
  }
}

/** The form anew, for an address that has run out or was never ours. */
export const sendRunOut = (pages: Pages, reply: FastifyReply): Promise<void> => sendCheckPage(pages, reply, HttpStatus.GONE, EMPTY, runOut);

async function sendCheckPage(pages: Pages, reply: FastifyReply, status: HttpStatus, { typed, errors }: CheckForm, notice: Notice | null): Promise<void> {
  const problems = [...(errors.nop ? [{ at: 'nop', text: errors.nop }] : []), ...(errors.word ? [{ at: 'nama', text: errors.word }] : [])];
  const view = { typed, errors: { nop: errors.nop ?? null, word: errors.word ?? null }, problems: problems.length > 0 ? problems : null, notice };
  const html = await pages.render('check', problems.length > 0 ? 'Ada yang perlu dibetulkan' : notice?.title.replace(/\.$/, '') ?? 'Cek tagihan PBB', view, await pages.landTaxHead());
  void reply.code(status).type('text/html; charset=utf-8').send(html);
}

/** What was too often, and when to come again. */
export function limitNotice({ of, seconds }: LimitReached): Notice {
  const wait = seconds > 5_400 ? `${Math.ceil(seconds / 3_600)} jam` : `${Math.ceil(seconds / 60)} menit`;
  if (of === 'nop') return { title: 'NOP ini terlalu sering dicoba.', text: `Coba lagi ${wait} lagi, atau datang ke kantor desa dengan membawa SPPT.` };
  return { title: 'Terlalu banyak permintaan.', text: `${of === 'network' ? 'Dari jaringan Anda masuk terlalu banyak permintaan' : 'Layanan sedang terlalu ramai'}. Coba lagi ${wait} lagi, atau datang ke kantor desa dengan membawa SPPT.` };
}
