import { Module } from '@nestjs/common';
import { DocumentsModule, TypesettingModule } from '#documents';
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
import { ExportBills } from './bill/export-bills.js';
import { DecideTaxRuleSet } from './tax-rule/decide-tax-rule-set.js';
import { ProposeTaxRuleSet } from './tax-rule/propose-tax-rule-set.js';
import { TaxRuleSetController } from './tax-rule/tax-rule-set.controller.js';
import { AssignCollector } from './collector/assign-collector.js';
import { CollectorAssignmentController } from './collector/collector-assignment.controller.js';
import { CollectorController } from './collector/collector.controller.js';
import { EndAssignment } from './collector/end-assignment.js';
import { EndCollector } from './collector/end-collector.js';
import { ExportCollectors } from './collector/export-collectors.js';
import { RegisterCollector } from './collector/register-collector.js';
import { CancelDeposit } from './deposit/cancel-deposit.js';
import { ConfirmDeposit } from './deposit/confirm-deposit.js';
import { ExportDeposits } from './deposit/export-deposits.js';
import { DepositController } from './deposit/deposit.controller.js';
import { SettleDeposit } from './deposit/settle-deposit.js';
import './deposit/settle-deposit.job.js';
import { UnsettleDeposit } from './deposit/unsettle-deposit.js';
import { ListDeposit } from './deposit/list-deposit.js';
import { ReadDepositProof } from './deposit/read-deposit-proof.js';
import { AnswerDispute } from './dispute/answer-dispute.js';
import { ExportDisputes } from './dispute/export-disputes.js';
import { DisputeController } from './dispute/dispute.controller.js';
import { ExportPayments } from './payment/export-payments.js';
import { PaymentController } from './payment/payment.controller.js';
import { PrintReceipt } from './payment/print-receipt.js';
import { QuotePayment } from './payment/quote-payment.js';
import { ReceivePayment } from './payment/receive-payment.js';
import { RenderReceipt } from './payment/render-receipt.js';
import { ReversePayment } from './payment/reverse-payment.js';
import { PlaceTaxObject } from './tax-object/place-tax-object.js';
import { TaxObjectController } from './tax-object/tax-object.controller.js';
import './accounts.js';
import './pbb.tallies.js';

const verbs = [
  ExportBills, ExportPayments, ExportDeposits, ExportCollectors, PlaceTaxObject, RegisterCollector, EndCollector, AssignCollector, EndAssignment, QuotePayment, ReceivePayment, PrintReceipt, ReversePayment, ReadDepositProof, ListDeposit, ConfirmDeposit, CancelDeposit, AnswerDispute, ExportDisputes,
  ProposeTaxRuleSet, DecideTaxRuleSet, StartAssessmentImport, ConfirmPrefixes, ApplyAssessmentImport, ReverseAssessmentImport, CancelAssessmentImport,
];

/** What the worker runs. */
const work = [RenderReceipt, SettleDeposit, UnsettleDeposit, ClearAssessmentImport, ExpireAssessmentImports, CheckAssessmentImport, CompareAssessmentParts, WriteAssessmentImport, TakeBackAssessmentImport, WriteAssessmentErrors];

/** Land tax: lists, bills, what is owed. */
@Module({ imports: [DocumentsModule, TypesettingModule], providers: [...verbs, ...work], exports: [...verbs, ExpireAssessmentImports] })
export class PbbModule {}

@Module({ imports: [PbbModule], controllers: [AssessmentImportController, BillController, TaxObjectController, TaxRuleSetController, CollectorController, CollectorAssignmentController, PaymentController, DepositController, DisputeController] })
export class PbbHttpModule {}
