import { Body, Controller, Get, HttpStatus, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BillTokens, type PublicBill, publicReceiptFile, ReadPublicBill, REPORT_MINUTES, type SeenObject, SendDispute } from '#pbb';
import { Clock, Database, notFound, ObjectStore } from '#platform';
import { type PageHead, Pages } from '../page/pages.js';
import { billView } from './bill-view.js';
import { limitNotice, sendRunOut } from './check.controller.js';
import { type DisputeForm, disputeView, emptyForm, readDisputeForm } from './dispute-form.js';
import { DISPUTE_LIMITS, PbbLimits } from './pbb-limits.js';

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The page of an object somebody has shown to hold the paper of, its receipts, and the report of a payment that is not in it. */
@Controller('pbb/tagihan/:token')
export class BillController {
  constructor(
    @Inject(BillTokens) private readonly tokens: BillTokens,
    @Inject(ReadPublicBill) private readonly readBill: ReadPublicBill,
    @Inject(SendDispute) private readonly sendDispute: SendDispute,
    @Inject(PbbLimits) private readonly limits: PbbLimits,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Database) private readonly database: Database,
    @Inject(ObjectStore) private readonly store: ObjectStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const opened = await this.open(token, request);
    if (!opened) return sendRunOut(this.pages, reply);
    const view = { ...billView(opened.bill, `${this.pages.base}/pbb/tagihan/${token}`, this.clock.now()), token };
    await this.send(reply, HttpStatus.OK, 'bill', 'Tagihan PBB Anda', view, opened.bill);
  }

  /** As a download: a browser's own viewer needs more than our pages allow. */
  @Get('kuitansi/:paymentId')
  async receipt(@Param('token') token: string, @Param('paymentId') paymentId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const seen = this.tokens.open(token);
    if (!seen) return sendRunOut(this.pages, reply);
    const sha256 = uuidPattern.test(paymentId) ? await publicReceiptFile(this.database, seen, paymentId, request.id) : null;
    if (!sha256 || !(await this.store.has(sha256))) throw notFound();
    void reply.header('content-disposition', 'attachment; filename="kuitansi-pbb.pdf"').type('application/pdf').send(this.store.get(sha256));
  }

  @Get('lapor')
  async form(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const opened = await this.open(token, request);
    if (!opened) return sendRunOut(this.pages, reply);
    await this.sendForm(reply, HttpStatus.OK, token, opened.bill, emptyForm(), null);
  }

  @Post('lapor')
  async report(@Param('token') token: string, @Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const opened = await this.open(token, request, REPORT_MINUTES);
    if (!opened) return sendRunOut(this.pages, reply);
    const { seen, bill } = opened;
    const form = readDisputeForm(body, yearsOf(bill), this.clock.today());
    if (!form.dispute) return this.sendForm(reply, HttpStatus.UNPROCESSABLE_ENTITY, token, bill, form, null);
    const reached = await this.limits.take(DISPUTE_LIMITS, bill.nop, request.ip);
    if (reached) {
      void reply.header('retry-after', String(reached.seconds));
      return this.sendForm(reply, HttpStatus.TOO_MANY_REQUESTS, token, bill, form, limitNotice(reached));
    }
    const number = await this.sendDispute.run(seen, form.dispute, request.id);
    if (!number) return sendRunOut(this.pages, reply);
    await this.send(reply, HttpStatus.CREATED, 'disputeSent', 'Laporan terkirim', { number, token, taxYear: form.dispute.taxYear, phone: form.dispute.phone }, bill);
  }

  private async open(token: string, request: FastifyRequest, minutes?: number): Promise<{ seen: SeenObject; bill: PublicBill } | null> {
    const seen = this.tokens.open(token, minutes);
    const bill = seen && (await this.readBill.run(seen, request.id));
    return seen && bill && { seen, bill };
  }

  private sendForm(reply: FastifyReply, status: HttpStatus, token: string, bill: PublicBill, form: DisputeForm, notice: { title: string; text: string } | null): Promise<void> {
    const view = disputeView(form, yearsOf(bill));
    const faulty = view.problems.length > 0;
    return this.send(reply, status, 'dispute', faulty ? 'Ada yang perlu dibetulkan' : 'Laporkan pembayaran', { ...view, problems: faulty ? view.problems : null, token, notice }, bill);
  }

  private async send(reply: FastifyReply, status: HttpStatus, page: 'bill' | 'dispute' | 'disputeSent', title: string, view: object, bill: PublicBill): Promise<void> {
    const html = await this.pages.render(page, title, view, await headOf(this.pages, bill));
    void reply.code(status).type('text/html; charset=utf-8').send(html);
  }
}

const yearsOf = (bill: PublicBill): number[] => bill.years.map(({ taxYear }) => taxYear);

async function headOf(pages: Pages, { office }: PublicBill): Promise<PageHead> {
  const { under } = await pages.landTaxHead();
  return { name: office.name, under: under ? `${office.district}, ${under}` : office.district };
}
