import { Module } from '@nestjs/common';
import { SendDispute } from '../dispute/send-dispute.js';
import { BillTokens } from './bill-tokens.js';
import { FindTaxObject } from './find-tax-object.js';
import { ReadPublicBill } from './read-public-bill.js';

/** What the portal shows of land tax, and the report a villager sends. */
@Module({ providers: [BillTokens, FindTaxObject, ReadPublicBill, SendDispute], exports: [BillTokens, FindTaxObject, ReadPublicBill, SendDispute] })
export class PublicBillModule {}
