import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, Database } from '#platform';
import { PlaceTaxObject } from './place-tax-object.js';
import { TaxObjectDetailDto, TaxObjectListDto, TaxObjectPlaceDto, TaxObjectQuery } from './tax-object.dto.js';
import { listTaxObjects, taxObjectById } from './tax-object.queries.js';

/** What is taxed, and where it lies. */
@ApiTags('tax-objects')
@Controller('tax-objects')
export class TaxObjectController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PlaceTaxObject) private readonly placeTaxObject: PlaceTaxObject,
  ) {}

  /** By NOP. */
  @Get()
  @Allow('bill.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: TaxObjectListDto })
  list(@CurrentActor() actor: Actor, @Query() query: TaxObjectQuery): Promise<TaxObjectListDto> {
    return listTaxObjects(this.database, actor, query);
  }

  @Get(':id')
  @Allow('bill.read', { sessionCheckedInside: true })
  @ApiOkResponse({ type: TaxObjectDetailDto })
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TaxObjectDetailDto> {
    return taxObjectById(this.database, actor, id);
  }

  /** Where it lies, by hand: no list changes it afterwards. */
  @Patch(':id')
  @Allow(['collector.manage', 'area.manage'])
  @ApiOkResponse({ type: TaxObjectDetailDto })
  async place(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { areaId }: TaxObjectPlaceDto): Promise<TaxObjectDetailDto> {
    await this.placeTaxObject.run(actor, id, areaId);
    return taxObjectById(this.database, actor, id);
  }
}
