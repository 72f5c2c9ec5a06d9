const terminal = process.stdout.isTTY === true && process.env.TERM !== 'dumb';
const NOTE_EVERY = 10_000;

/**
 * Shows one line for a step: while it runs, what it is at (live in a terminal, now and then in a log), and its seconds
 * when it is done.
 *
 * @template T
 * @param {string} title
 * @param {(note: (text: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const start = Date.now();
  const seconds = () => `${((Date.now() - start) / 1000).toFixed(1)} s`;
  let latest = '';
  let last = start;
  const show = () => {
    if (terminal) process.stdout.write(`\r\u001b[K  ..  ${title}  ${seconds()}  ${latest}`.slice(0, (process.stdout.columns ?? 80) + 3));
    else if (Date.now() - last >= NOTE_EVERY) {
      last = Date.now();
      console.log(`  ..  ${title}  ${seconds()}${latest && `  ${latest}`}`);
    }
  };
  const timer = setInterval(show, terminal ? 250 : 1000);
  timer.unref();
  try {
    const result = await work((text) => {
      latest = text.replace(/\s+/g, ' ').trim();
      show();
    });
    finish(`  ok  ${title}  ${seconds()}`);
    return result;
  } catch (error) {
    finish(`  !!  ${title}  ${seconds()}`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

function finish(line) {
  console.log(`${terminal ? '\r\u001b[K' : ''}${line}`);
}
