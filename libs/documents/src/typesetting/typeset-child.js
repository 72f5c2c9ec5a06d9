/*
 * The process that typesets, one document at a time. Plain JavaScript, so that `fork` starts it from the sources (under
 * Jest) and from `dist` alike. The compiler leaks about 0.1 MB a document: whoever started this process ends it after some
 * thousands. It has no environment, no database and no network; it reads the fixed layouts and what the message holds.
 *
 * in  { fonts: paths } once, then
 *     { id, layout, data: string (JSON), steps, fallback, logo: { name, bytes } | null, createdAt: unix seconds }
 * out { ready: true } once, then { id, pdf: Uint8Array, pages } or { id, failures: string[] }
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const layouts = fileURLToPath(new URL('../../layouts/', import.meta.url));

/** Memoised results grow without bound; clearing them every 20 documents keeps the speed and the memory. */
const evictEvery = 20;
const evictAge = 0;

let compiler;
let typeset = 0;

process.on('message', (message) => {
  if (message.fonts !== undefined) return start(message.fonts);
  const answer = answerTo(message);
  process.send({ id: message.id, ...answer });
  if (++typeset % evictEvery === 0) compiler.evictCache(evictAge);
});

// The parent decides when to stop; a Ctrl-C reaches the whole process group and must not cut a document off.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('disconnect', () => process.exit(0));

function start(fonts) {
  const fontBlobs = fonts.map((file) => readFileSync(file));
  compiler = NodeCompiler.create({ workspace: layouts, fontArgs: [{ fontBlobs }] });
  process.send({ ready: true });
}

function answerTo({ layout, data, steps, fallback, logo, createdAt }) {
  const logoPath = logo === null ? null : `${layouts}logo/${logo.name}`;
  try {
    if (logoPath !== null) compiler.mapShadow(logoPath, Buffer.from(logo.bytes));
    const document = fitted((step) => compiled(`${layouts}${layout}`, { data, step: JSON.stringify(step) }), steps, fallback);
    return { pdf: compiler.pdf(document, { pdfStandard: 'a-2b', creationTimestamp: createdAt }), pages: document.numOfPages };
  } catch (error) {
    return { failures: error instanceof Failures ? error.messages : [error instanceof Error ? error.message : String(error)] };
  } finally {
    if (logoPath !== null) compiler.unmapShadow(logoPath);
  }
}

/**
 * The document at the first step that keeps one page, else at the fallback. Both ends are tried before the steps between
 * them, because most documents end there. Laying out again costs no more than measuring inside the layout, and the number
 * of pages is the truth where a measured height is a guess.
 */
function fitted(layOut, steps, fallback) {
  const first = layOut(steps[0]);
  if (first.numOfPages === 1) return first;
  const tightest = layOut(steps.at(-1));
  if (tightest.numOfPages > 1) return layOut(fallback);
  for (const step of steps.slice(1, -1)) {
    const document = layOut(step);
    if (document.numOfPages === 1) return document;
  }
  return tightest;
}

class Failures extends Error {
  constructor(found) {
    super('not compiled');
    this.messages = found;
  }
}

function compiled(mainFilePath, inputs) {
  const result = compiler.compile({ mainFilePath, inputs });
  // A missing font is a mere warning to the compiler, and the document would come out in another face.
  const failures = [...messages(result.takeWarnings()), ...messages(result.takeDiagnostics())];
  if (failures.length > 0 || result.result === null) throw new Failures(failures);
  return result.result;
}

function messages(error) {
  return error === null ? [] : error.shortDiagnostics.map(({ message, path, range }) => `${message} (${path} ${JSON.stringify(range)})`);
}
