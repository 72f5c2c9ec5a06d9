import { randomFrom } from '../../../apps/cli/demo/synthetic-random.mjs';

/** Residents of the whole regency, and among how many villages they live. */
export const REGENCY = { residents: 2_700_000, villages: 390 };

const SMALLEST = 900;
const SPREAD = 0.5;

/**
 * How many people live in each of `count` villages: log-normal, as villages are, with the regency's average. The
 * largest has some 21,000, the smallest some 1,300.
 * @returns {number[]} the same for the same count
 */
export function villageSizes(count) {
  const chance = randomFrom(`sizes of ${count} villages`);
  // The sum of twelve throws is as good as a normal distribution here.
  const normal = () => Array.from({ length: 12 }, () => chance.fraction()).reduce((sum, throwOf) => sum + throwOf, -6);
  const weights = Array.from({ length: count }, () => Math.exp(SPREAD * normal()));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const wanted = Math.round((REGENCY.residents * count) / REGENCY.villages);
  const sizes = weights.map((weight) => Math.max(SMALLEST, Math.round((weight / total) * wanted)));
  // Rounding is put right where it is felt least.
  const largest = sizes.indexOf(Math.max(...sizes));
  sizes[largest] += wanted - sizes.reduce((sum, size) => sum + size, 0);
  return sizes;
}
