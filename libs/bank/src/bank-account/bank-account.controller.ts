import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, Database, PageQuery } from '#platform';
import { BankAccountDto, BankAccountListDto, NewBankAccountDto } from './bank-account.dto.js';
import { bankAccountById, listBankAccounts } from './bank-account.queries.js';
import { OpenBankAccount } from './open-bank-account.js';

/** Accounts of the regency. */
@ApiTags('bank-accounts')
@Controller('bank-accounts')
export class BankAccountController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(OpenBankAccount) private readonly openBankAccount: OpenBankAccount,
  ) {}

  @Get()
  @Allow('bank.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: BankAccountListDto })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<BankAccountListDto> {
    return listBankAccounts(this.database, actor, query);
  }

  @Post()
  @Allow('bank.reconcile')
  @ApiCreatedResponse({ type: BankAccountDto })
  @ApiConflictResponse({ description: 'BANK_ACCOUNT_EXISTS' })
  async create(@CurrentActor() actor: Actor, @Body() body: NewBankAccountDto): Promise<BankAccountDto> {
    return bankAccountById(this.database, actor, await this.openBankAccount.run(actor, body));
  }

  @Get(':id')
  @Allow('bank.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: BankAccountDto })
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<BankAccountDto> {
    return bankAccountById(this.database, actor, id);
  }
}
