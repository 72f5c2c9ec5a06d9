export { FoldTallies } from './fold-tallies.js';
export { defineRecount, RecountTallies, type RecountedCell, type Recounter, type TallyDrift } from './recount.js';
export { ALL, type SumDrift } from './running-sums.js';
export { TalliesModule } from './tallies.module.js';
export { tally, type TallyDelta } from './tally.js';
