import { Module } from '@nestjs/common';
import { ApplyAssessmentImport } from './assessment-import/apply-assessment-import.js';
import { AssessmentImportController } from './assessment-import/assessment-import.controller.js';
import { CancelAssessmentImport } from './assessment-import/cancel-assessment-import.js';
import { CheckAssessmentImport } from './assessment-import/check-assessment-import.js';
import { ClearAssessmentImport } from './assessment-import/clear-assessment-import.js';
import { CompareAssessmentParts } from './assessment-import/compare-assessment-parts.js';
import { ConfirmPrefixes } from './assessment-import/confirm-prefixes.js';
import { ExpireAssessmentImports } from './assessment-import/expire-assessment-imports.js';
import { ReverseAssessmentImport } from './assessment-import/reverse-assessment-import.js';
import { StartAssessmentImport } from './assessment-import/start-assessment-import.js';
import { TakeBackAssessmentImport } from './assessment-import/take-back-assessment-import.js';
import { WriteAssessmentErrors } from './assessment-import/write-assessment-errors.js';
import { WriteAssessmentImport } from './assessment-import/write-assessment-import.js';
import { BillController } from './bill/bill.controller.js';
import { DecideTaxRuleSet } from './tax-rule/decide-tax-rule-set.js';
import { ProposeTaxRuleSet } from './tax-rule/propose-tax-rule-set.js';
import { TaxRuleSetController } from './tax-rule/tax-rule-set.controller.js';
import { AssignCollector } from './collector/assign-collector.js';
import { CollectorController } from './collector/collector.controller.js';
import { EndCollector } from './collector/end-collector.js';
import { RegisterCollector } from './collector/register-collector.js';
import { CancelDeposit } from './deposit/cancel-deposit.js';
import { ConfirmDeposit } from './deposit/confirm-deposit.js';
import { DepositController } from './deposit/deposit.controller.js';
import { ListDeposit } from './deposit/list-deposit.js';
import { PaymentController } from './payment/payment.controller.js';
import { QuotePayment } from './payment/quote-payment.js';
import { ReceivePayment } from './payment/receive-payment.js';
import { ReversePayment } from './payment/reverse-payment.js';
import './accounts.js';
import './pbb.tallies.js';

const verbs = [
  RegisterCollector, EndCollector, AssignCollector, QuotePayment, ReceivePayment, ReversePayment, ListDeposit, ConfirmDeposit, CancelDeposit,
  ProposeTaxRuleSet, DecideTaxRuleSet, StartAssessmentImport, ConfirmPrefixes, ApplyAssessmentImport, ReverseAssessmentImport, CancelAssessmentImport,
];

/** What the worker runs. */
const work = [ClearAssessmentImport, ExpireAssessmentImports, CheckAssessmentImport, CompareAssessmentParts, WriteAssessmentImport, TakeBackAssessmentImport, WriteAssessmentErrors];

/** Land tax: lists, bills, what is owed. */
@Module({ providers: [...verbs, ...work], exports: [...verbs, ExpireAssessmentImports] })
export class PbbModule {}

@Module({ imports: [PbbModule], controllers: [AssessmentImportController, BillController, TaxRuleSetController, CollectorController, PaymentController, DepositController] })
export class PbbHttpModule {}
