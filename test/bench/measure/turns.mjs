import { performance } from 'node:perf_hooks';

/**
 * Lets the sides answer the same questions in turns and counts. Every side is warmed first; the order turns round from
 * round to round, so that whoever disturbs the machine disturbs all sides alike.
 *
 * @param {Record<string, (question: object) => Promise<void>>} sides
 * @param {object[]} questions asked one after another, again and again
 * @param {{ rounds: number, seconds: number, concurrency: number, note?: (text: string) => void }} options
 * @returns {Promise<Record<string, number[]>>} answers per second of each round
 */
export async function inTurns(sides, questions, { rounds, seconds, concurrency, note = () => {} }) {
  const names = Object.keys(sides);
  const results = Object.fromEntries(names.map((name) => [name, []]));
  // Twice: what production has compiled long ago takes some thousand answers to be compiled here.
  for (const name of [...names, ...names]) await throughput(sides[name], questions, concurrency, seconds);
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 ? names.toReversed() : names) {
      const rate = await throughput(sides[name], questions, concurrency, seconds);
      results[name].push(rate);
      note(`round ${round + 1}: ${name} ${Math.round(rate)}/s`);
    }
  }
  return results;
}

/** Answers per second with `concurrency` questions under way at any time. */
async function throughput(ask, questions, concurrency, seconds) {
  const from = performance.now();
  const until = from + seconds * 1000;
  let next = 0;
  let answered = 0;
  const asker = async () => {
    while (performance.now() < until) {
      await ask(questions[next++ % questions.length]);
      answered++;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, asker));
  return (answered * 1000) / (performance.now() - from);
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The middle one of the rounds' own ratios: a disturbance of one round does not reach it. */
export const ratioOf = (ours, bare) => median(ours.map((rate, round) => rate / bare[round]));
