import { Body, Controller, Get, Header, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConflictResponse, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiNotFoundResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { receiveFile } from '#imports';
import { type Actor, Allow, AnswersWorkbook, Clock, CurrentActor, Database, IdempotencyKey, ObjectStore, workbookAnswer } from '#platform';
import { CancelDeposit } from './cancel-deposit.js';
import { ConfirmDeposit } from './confirm-deposit.js';
import { DepositCancellationDto, DepositConfirmationDto, DepositDetailDto, DepositListDto, DepositQuery, NewDepositDto } from './deposit.dto.js';
import { depositById, listDeposits } from './deposit.queries.js';
import { LARGEST_PROOF_MEGABYTES, proofKind } from './deposit-proof.js';
import { ExportDeposits } from './export-deposits.js';
import { ListDeposit } from './list-deposit.js';
import { ReadDepositProof } from './read-deposit-proof.js';

/** Cash on its way to the bank, by named receipts. */
@ApiTags('deposits')
@Controller('deposits')
export class DepositController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ObjectStore) private readonly store: ObjectStore,
    @Inject(ListDeposit) private readonly listDeposit: ListDeposit,
    @Inject(ConfirmDeposit) private readonly confirmDeposit: ConfirmDeposit,
    @Inject(CancelDeposit) private readonly cancelDeposit: CancelDeposit,
    @Inject(ReadDepositProof) private readonly readProof: ReadDepositProof,
    @Inject(ExportDeposits) private readonly exportDeposits: ExportDeposits,
  ) {}

  /** Newest first. */
  @Get()
  @Allow('payment.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: DepositListDto })
  list(@CurrentActor() actor: Actor, @Query() query: DepositQuery): Promise<DepositListDto> {
    return listDeposits(this.database, actor, query);
  }

  /** The whole list with the same filters. Audited with how many it held. */
  @Get('export.xlsx')
  @Allow('payment.read')
  @AnswersWorkbook()
  async export(@CurrentActor() actor: Actor, @Query() query: DepositQuery): Promise<StreamableFile> {
    return workbookAnswer('setoran-pbb', await this.exportDeposits.run(actor, query));
  }

  /** Names the receipts whose cash goes to the bank; their sum is the deposit. */
  @Post()
  @Allow('deposit.list')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: DepositDetailDto })
  @ApiConflictResponse({ description: 'RECEIPT_NOT_FREE, IDEMPOTENCY_KEY_REUSED' })
  async create(@CurrentActor() actor: Actor, @IdempotencyKey() key: string, @Body() body: NewDepositDto): Promise<DepositDetailDto> {
    return depositById(this.database, this.clock, actor, await this.listDeposit.run(actor, key, body));
  }

  @Get(':id')
  @Allow('payment.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: DepositDetailDto })
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DepositDetailDto> {
    return depositById(this.database, this.clock, actor, id);
  }

  /** The file with which it was confirmed, as its first bytes say what it is; audited. */
  @Get(':id/proof')
  @Header('cache-control', 'no-store')
  @Header('x-content-type-options', 'nosniff')
  @Allow('payment.read')
  @ApiProduces('application/pdf', 'image/jpeg', 'image/png')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiNotFoundResponse({ description: 'also before it is confirmed' })
  async proof(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { stream, type, fileName } = await this.readProof.run(actor, id);
    return new StreamableFile(stream, { type, disposition: `inline; filename="${fileName}"` });
  }

  /** With the bank's proof, by another person than the collector: the cash is out of the collector's hands. */
  @Post(':id/confirmation')
  @HttpCode(200)
  @Allow('deposit.confirm')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: DepositConfirmationDto })
  @ApiOkResponse({ type: DepositDetailDto })
  @ApiConflictResponse({ description: 'DEPOSIT_STATE' })
  async confirm(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest): Promise<DepositDetailDto> {
    const { sha256, fields } = await receiveFile(request, this.store, LARGEST_PROOF_MEGABYTES);
    await proofKind(this.store, sha256);
    await this.confirmDeposit.run(actor, id, { sha256, depositedOn: fields['depositedOn'] ?? '' });
    return depositById(this.database, this.clock, actor, id);
  }

  /** While it is not confirmed. */
  @Post(':id/cancellation')
  @HttpCode(200)
  @Allow(['deposit.list', 'deposit.confirm'])
  @ApiOkResponse({ type: DepositDetailDto })
  @ApiConflictResponse({ description: 'DEPOSIT_STATE' })
  async cancel(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { reason }: DepositCancellationDto): Promise<DepositDetailDto> {
    await this.cancelDeposit.run(actor, id, reason);
    return depositById(this.database, this.clock, actor, id);
  }
}
