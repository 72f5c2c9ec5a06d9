import { describe, expect, it } from '@jest/globals';
import { percentOf, ranked, taxFigures } from './tax-figures.js';

const figures = (assessed: number, received: number, opening = 0) => taxFigures('x', { 'x.assessed': assessed, 'x.received': received, 'x.opening': opening, 'x.bills': 1 });

describe('the figures of land tax', () => {
  it('say 100 only when nothing is left', () => {
    expect([percentOf(99_999, 100_000), percentOf(100_000, 100_000), percentOf(1, 3), percentOf(0, 0)]).toEqual([99.9, 100, 33.3, null]);
  });

  it('count what was paid before as collected, beside what was received', () => {
    expect(figures(1_000, 300, 200)).toMatchObject({ received: 300, opening: 200, remaining: 500, percent: 50 });
  });

  it('rank from most to least, those without bills nowhere', () => {
    const rows = [{ name: 'Wagir', figures: figures(100, 40) }, { name: 'Dau', figures: figures(0, 0) }, { name: 'Ampelgading', figures: figures(200, 80) }, { name: 'Turen', figures: figures(10, 9) }];
    expect(ranked(rows).map(({ name, rank }) => [name, rank])).toEqual([['Turen', 1], ['Ampelgading', 2], ['Wagir', 3], ['Dau', null]]);
  });
});
