import { Body, Controller, Get, Header, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiHeader, ApiNotFoundResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, AnswersWorkbook, Clock, CurrentActor, Database, IdempotencyKey, workbookAnswer } from '#platform';
import { ExportPayments } from './export-payments.js';
import { NewPaymentDto, PaymentDetailDto, PaymentListDto, PaymentQuery, PaymentReversalDto, QuotationAnswerDto, QuotationDto } from './payment.dto.js';
import { listPayments, paymentById } from './payment.queries.js';
import { PrintReceipt } from './print-receipt.js';
import { QuotePayment } from './quote-payment.js';
import { ReceivePayment } from './receive-payment.js';
import { ReversePayment } from './reverse-payment.js';

/** Cash taken by collectors, and their receipts. */
@ApiTags('payments')
@Controller('payments')
export class PaymentController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(QuotePayment) private readonly quotePayment: QuotePayment,
    @Inject(ReceivePayment) private readonly receivePayment: ReceivePayment,
    @Inject(ReversePayment) private readonly reversePayment: ReversePayment,
    @Inject(PrintReceipt) private readonly printReceipt: PrintReceipt,
    @Inject(ExportPayments) private readonly exportPayments: ExportPayments,
  ) {}

  /** Newest first. */
  @Get()
  @Allow('payment.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: PaymentListDto })
  list(@CurrentActor() actor: Actor, @Query() query: PaymentQuery): Promise<PaymentListDto> {
    return listPayments(this.database, this.clock, actor, query);
  }

  /** The whole list with the same filters. Audited with how many it held. */
  @Get('export.xlsx')
  @Allow('payment.read')
  @AnswersWorkbook()
  async export(@CurrentActor() actor: Actor, @Query() query: PaymentQuery): Promise<StreamableFile> {
    return workbookAnswer('penerimaan-pbb', await this.exportPayments.run(actor, query));
  }

  /** What bills cost today, in figures and words, and which older years stay unpaid. Changes nothing. */
  @Post('quotation')
  @HttpCode(200)
  @Allow('payment.receive')
  @ApiOkResponse({ type: QuotationAnswerDto })
  @ApiConflictResponse({ description: 'BILL_NOT_PAYABLE, TAX_RULE_MISSING' })
  quote(@CurrentActor() actor: Actor, @Body() { bills }: QuotationDto): Promise<QuotationAnswerDto> {
    return this.quotePayment.run(actor, bills);
  }

  /** Takes cash for bills in full, several objects and years at once; the answer is the receipt. */
  @Post()
  @Allow('payment.receive', { sessionCheckedInside: true })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: PaymentDetailDto })
  @ApiConflictResponse({ description: 'BILL_NOT_PAYABLE, AMOUNT_CHANGED, TAX_RULE_MISSING, IDEMPOTENCY_KEY_REUSED' })
  async receive(@CurrentActor() actor: Actor, @IdempotencyKey() key: string, @Body() body: NewPaymentDto): Promise<PaymentDetailDto> {
    const { id, receipt } = await this.receivePayment.run(actor, key, body);
    return receipt ?? paymentById(this.database, this.clock, actor, id);
  }

  @Get(':id')
  @Allow('payment.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: PaymentDetailDto })
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PaymentDetailDto> {
    return paymentById(this.database, this.clock, actor, id);
  }

  /** The stored paper of the receipt (TTS), the same bytes each time; audited. */
  @Get(':id/receipt.pdf')
  @Header('cache-control', 'no-store')
  @Allow('payment.read')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiNotFoundResponse()
  @ApiConflictResponse({ description: 'RECEIPT_NOT_READY: it is being printed' })
  async receipt(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { stream, size, fileName } = await this.printReceipt.run(actor, id);
    return new StreamableFile(stream, { type: 'application/pdf', length: size, disposition: `inline; filename="${fileName}"` });
  }

  /** On the day it was received, by another person. */
  @Post(':id/reversal')
  @HttpCode(200)
  @Allow('payment.reverse')
  @ApiOkResponse({ type: PaymentDetailDto })
  @ApiConflictResponse({ description: 'PAYMENT_REVERSED, PAYMENT_DEPOSITED, REVERSAL_TOO_LATE' })
  async reverse(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { reason }: PaymentReversalDto): Promise<PaymentDetailDto> {
    await this.reversePayment.run(actor, id, reason);
    return paymentById(this.database, this.clock, actor, id);
  }
}
