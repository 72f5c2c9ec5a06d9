import { Module } from '@nestjs/common';
import { ApplyAssessmentImport } from './assessment-import/apply-assessment-import.js';
import { AssessmentImportController } from './assessment-import/assessment-import.controller.js';
import { CancelAssessmentImport } from './assessment-import/cancel-assessment-import.js';
import { CheckAssessmentImport } from './assessment-import/check-assessment-import.js';
import { CompareAssessmentParts } from './assessment-import/compare-assessment-parts.js';
import { ConfirmPrefixes } from './assessment-import/confirm-prefixes.js';
import { ReverseAssessmentImport } from './assessment-import/reverse-assessment-import.js';
import { StartAssessmentImport } from './assessment-import/start-assessment-import.js';
import { TakeBackAssessmentImport } from './assessment-import/take-back-assessment-import.js';
import { WriteAssessmentErrors } from './assessment-import/write-assessment-errors.js';
import { WriteAssessmentImport } from './assessment-import/write-assessment-import.js';
import { BillController } from './bill/bill.controller.js';
import { DecideTaxRuleSet } from './tax-rule/decide-tax-rule-set.js';
import { ProposeTaxRuleSet } from './tax-rule/propose-tax-rule-set.js';
import { TaxRuleSetController } from './tax-rule/tax-rule-set.controller.js';
import './accounts.js';
import './pbb.tallies.js';

const verbs = [ProposeTaxRuleSet, DecideTaxRuleSet, StartAssessmentImport, ConfirmPrefixes, ApplyAssessmentImport, ReverseAssessmentImport, CancelAssessmentImport];

/** What the worker runs. */
const work = [CheckAssessmentImport, CompareAssessmentParts, WriteAssessmentImport, TakeBackAssessmentImport, WriteAssessmentErrors];

/** Land tax: lists, bills, what is owed. */
@Module({ providers: [...verbs, ...work], exports: verbs })
export class PbbModule {}

@Module({ imports: [PbbModule], controllers: [AssessmentImportController, BillController, TaxRuleSetController] })
export class PbbHttpModule {}
