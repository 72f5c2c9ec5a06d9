export { PbbHttpModule, PbbModule } from './pbb.module.js';
