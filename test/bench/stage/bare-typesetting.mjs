import { readFileSync } from 'node:fs';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/**
 * Typst and nothing else: as many processes as the worker has, each compiling its share of the prepared letters one after
 * another. No queue, no messages, no database, no files.
 *
 * @param {object[]} jobs what `prepareLetter` makes of letters
 * @param {{ processes: number, layouts: string, fonts: string[] }} options
 * @returns {Promise<number>} seconds, without starting
 */
export async function typesetBare(jobs, { processes, layouts, fonts }) {
  const shares = Array.from({ length: processes }, (_, place) => jobs.filter((_job, nth) => nth % processes === place));
  const children = shares.map(() => fork(fileURLToPath(import.meta.url), [], { serialization: 'advanced', execArgv: [], env: { ...process.env, BARE_TYPESETTING: '1' } }));
  const ready = children.map((child, place) => {
    child.send({ layouts, fonts, jobs: shares[place] });
    return new Promise((resolve) => child.once('message', resolve));
  });
  await Promise.all(ready);
  const started = performance.now();
  await Promise.all(children.map((child) => {
    child.send('go');
    return new Promise((resolve) => child.once('message', resolve));
  }));
  const seconds = (performance.now() - started) / 1000;
  for (const child of children) child.disconnect();
  return seconds;
}

if (process.env.BARE_TYPESETTING === '1') {
  let share;
  let compiler;
  process.on('message', (message) => {
    if (message === 'go') {
      share.jobs.forEach((job, nth) => {
        compile(job);
        if (nth % 20 === 19) compiler.evictCache(0);
      });
      return process.send('done');
    }
    share = message;
    compiler = NodeCompiler.create({ workspace: share.layouts, fontArgs: [{ fontBlobs: share.fonts.map((file) => readFileSync(file)) }] });
    compile(share.jobs[0]);
    process.send('ready');
  });
  process.on('disconnect', () => process.exit(0));

  /** At the first step, where nearly every letter keeps its one page. */
  const compile = ({ layout, data, steps, createdAt }) => {
    const { result } = compiler.compile({ mainFilePath: `${share.layouts}${layout}`, inputs: { data, step: JSON.stringify(steps[0]) } });
    return compiler.pdf(result, { pdfStandard: 'a-2b', creationTimestamp: createdAt });
  };
}
