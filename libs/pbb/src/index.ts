export { ExpireAssessmentImports } from './assessment-import/expire-assessment-imports.js';
export { PbbHttpModule, PbbModule } from './pbb.module.js';
