import { describe, expect, it } from '@jest/globals';
import { jobActor } from '#platform';
import { plainDate } from '#values';
import { expectedReceiptsStatement } from '../expected-receipt/expected-receipt.queries.js';
import { statementLinesStatement } from './statement-line.queries.js';

const office = jobActor(0, 'spec');

describe('a list filtered by what was found out', () => {
  it.each([['MISSING_AT_BANK', 'open'], ['WAITING', 'open'], ['SETTLED', 'claimed']] as const)('reads deposits of one state alone: %s', (verdict, state) => {
    const { text, values } = expectedReceiptsStatement(office, 3, { verdict }, null, 26);
    const [, place] = /where .*e\.state = \$(\d+)/.exec(text) ?? [];
    expect(values[Number(place) - 1]).toBe(state);
  });

  it.each([['UNMATCHED', 'open'], ['REVERSED', 'reversed'], ['SETTLED', 'claimed']] as const)('reads lines of one state alone: %s', (verdict, state) => {
    const { text, values } = statementLinesStatement(office, plainDate('2026-11-27'), { verdict }, null, 26);
    const [, place] = /where .*l\.state = \$(\d+)/.exec(text) ?? [];
    expect(values[Number(place) - 1]).toBe(state);
  });

  it('has an index to walk along where all lines are asked for', () => {
    expect(statementLinesStatement(office, plainDate('2026-11-27'), {}, null, 26).text).toContain(`l.state <> 'withdrawn'`);
  });
});
