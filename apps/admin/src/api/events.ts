import { renewSession, accessToken } from './token.js';
import { heard } from './connection.js';

/**
 * Server-sent events with the bearer token, which EventSource cannot send. Reconnects with growing pauses
 * (1 s to 30 s) until the signal ends it; `onOpen` runs at every (re)connection so that the caller can fetch
 * what it missed.
 */
export async function listen(path: string, handlers: { onEvent: (name: string, data: string) => void; onOpen?: () => void }, signal: AbortSignal): Promise<void> {
  let pause = 1_000;
  while (!signal.aborted) {
    try {
      const response = await fetch(`/api/v1${path}`, {
        headers: { accept: 'text/event-stream', authorization: `Bearer ${accessToken() ?? ''}` },
        signal,
        cache: 'no-store',
      });
      if (response.status === 401) {
        if ((await renewSession()) === null) return;
      } else if (response.ok && response.body) {
        pause = 1_000;
        heard();
        handlers.onOpen?.();
        await readEvents(response.body, handlers.onEvent);
      } else if (response.status === 403 || response.status === 404) {
        return;
      }
    } catch {
      if (signal.aborted) return;
    }
    await wait(pause, signal);
    pause = Math.min(pause * 2, 30_000);
  }
}

async function readEvents(body: ReadableStream<Uint8Array<ArrayBuffer>>, onEvent: (name: string, data: string) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    rest += decoder.decode(value, { stream: true }).replaceAll('\r\n', '\n');
    let end = rest.indexOf('\n\n');
    while (end >= 0) {
      emit(rest.slice(0, end), onEvent);
      rest = rest.slice(end + 2);
      end = rest.indexOf('\n\n');
    }
  }
}

function emit(block: string, onEvent: (name: string, data: string) => void): void {
  let name = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) name = line.slice(6).trim();
    else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
  }
  // A heartbeat is a comment line and carries no data.
  if (data.length > 0) onEvent(name, data.join('\n'));
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}
