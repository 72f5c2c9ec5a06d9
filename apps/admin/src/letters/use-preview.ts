import { useEffect, useState } from 'react';
import { api } from '../api/client.js';
import { useAgain } from './again.js';

export interface Preview {
  readonly file: Blob | null;
  /** The path, or the letter, whose paper `file` is: after a change it is still the one before. */
  readonly of: string | null;
  readonly at: Date | null;
  readonly busy: boolean;
  /** Why there is no newer paper: fields missing, or the connection. */
  readonly error: unknown;
}

const PAUSE_MS = 600;

/**
 * The typeset draft, renewed when the body has rested for a moment. The paper shown stays until the next one
 * is there, also when the body is not complete enough to be typeset; one that failed is tried again.
 */
export function usePreview(path: string | null, body: unknown): Preview {
  const [preview, setPreview] = useState<Preview>({ file: null, of: null, at: null, busy: false, error: null });
  const key = JSON.stringify(body ?? null);
  const again = useAgain(preview.error);

  useEffect(() => {
    if (path === null) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      setPreview((before) => ({ ...before, busy: true }));
      api.raw(path, { body: JSON.parse(key) as unknown, signal: stop.signal, accept: 'application/pdf' })
        .then(async (response) => {
          const file = await response.blob();
          if (!stop.signal.aborted) setPreview({ file, of: path, at: new Date(), busy: false, error: null });
        })
        .catch((error: unknown) => { if (!stop.signal.aborted) setPreview((before) => ({ ...before, busy: false, error })); });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [path, key, again]);
  return preview;
}

/** The stored document of an issued letter. */
export function useDocument(letterId: string | null): Preview {
  const [preview, setPreview] = useState<Preview>({ file: null, of: null, at: null, busy: false, error: null });
  const again = useAgain(preview.error);
  useEffect(() => {
    if (letterId === null) return undefined;
    const stop = new AbortController();
    setPreview({ file: null, of: null, at: null, busy: true, error: null });
    api.raw(`/letters/${letterId}/document.pdf`, { signal: stop.signal, accept: 'application/pdf' })
      .then(async (response) => setPreview({ file: await response.blob(), of: letterId, at: new Date(), busy: false, error: null }))
      .catch((error: unknown) => { if (!stop.signal.aborted) setPreview({ file: null, of: null, at: null, busy: false, error }); });
    return () => stop.abort();
  }, [letterId, again]);
  return preview;
}
