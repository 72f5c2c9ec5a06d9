import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

/**
 * Makes villages in a thread of its own, one ahead: while Postgres takes one in, the next is made on the other core.
 * @param {{ village: { id: number, code: string, name: string }, count: number }[]} wanted
 * @returns {AsyncGenerator<Record<string, Uint8Array>>} the texts of the COPYs, village after village
 */
export async function* makeVillages(wanted) {
  const worker = new Worker(fileURLToPath(import.meta.url));
  try {
    const made = async () => (await once(worker, 'message'))[0];
    const ask = (one) => {
      worker.postMessage({ ...one, now: new Date().toISOString() }, []);
      return made();
    };
    let next = wanted.length > 0 ? ask(wanted[0]) : null;
    for (let nth = 0; nth < wanted.length; nth++) {
      const rows = await next;
      next = nth + 1 < wanted.length ? ask(wanted[nth + 1]) : null;
      next?.catch(() => {}); // heard when its turn comes
      yield rows;
    }
  } finally {
    await worker.terminate();
  }
}

if (!isMainThread && parentPort) {
  const { villageRows } = await import('./village-rows.mjs');
  const encoder = new TextEncoder();
  parentPort.on('message', ({ village, count, now }) => {
    const texts = Object.entries(villageRows(village, count, now)).map(([target, text]) => [target, encoder.encode(text)]);
    parentPort.postMessage(Object.fromEntries(texts), texts.map(([, bytes]) => bytes.buffer));
  });
}
