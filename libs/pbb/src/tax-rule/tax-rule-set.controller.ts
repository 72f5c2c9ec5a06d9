import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, Database } from '#platform';
import { DecideTaxRuleSet } from './decide-tax-rule-set.js';
import { ProposeTaxRuleSet } from './propose-tax-rule-set.js';
import { NewTaxRuleSetDto, TaxRuleSetListDto } from './tax-rule-set.dto.js';
import { listTaxRuleSets } from './tax-rule-set.queries.js';

class TaxRuleSetIdDto {
  @ApiProperty({ format: 'uuid' }) id: string;
}

/** What paying late costs, by tax year: proposed by one person of the tax office and approved by another. */
@ApiTags('tax-rule-sets')
@Controller('tax-rule-sets')
export class TaxRuleSetController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ProposeTaxRuleSet) private readonly propose: ProposeTaxRuleSet,
    @Inject(DecideTaxRuleSet) private readonly decide: DecideTaxRuleSet,
  ) {}

  @Get()
  @Allow('bill.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: TaxRuleSetListDto })
  list(@CurrentActor() actor: Actor): Promise<TaxRuleSetListDto> {
    return listTaxRuleSets(this.database, actor);
  }

  @Post()
  @Allow('tax-rule.propose')
  @ApiCreatedResponse({ type: TaxRuleSetIdDto })
  create(@CurrentActor() actor: Actor, @Body() body: NewTaxRuleSetDto): Promise<TaxRuleSetIdDto> {
    return this.propose.run(actor, body);
  }

  @Post(':id/approval')
  @HttpCode(204)
  @Allow('tax-rule.approve')
  @ApiNoContentResponse()
  @ApiConflictResponse({ description: 'TAX_RULE_DECIDED' })
  approve(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.decide.run(actor, id, true);
  }

  @Post(':id/rejection')
  @HttpCode(204)
  @Allow('tax-rule.approve')
  @ApiNoContentResponse()
  @ApiConflictResponse({ description: 'TAX_RULE_DECIDED' })
  reject(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.decide.run(actor, id, false);
  }
}
