import { useEffect, useRef, useState } from 'react';
import { useConnection } from '../api/connection.js';
import { Problem } from '../api/problem.js';

/**
 * Counts up when what failed is worth another try: the server answers again, the person comes back to the window, or
 * the time is over that the server asked to wait.
 */
export function useAgain(error: unknown): number {
  const { online } = useConnection();
  const [again, setAgain] = useState(0);
  const wasOnline = useRef(online);
  const failed = Boolean(error);

  useEffect(() => {
    if (failed && online && !wasOnline.current) setAgain((before) => before + 1);
    wasOnline.current = online;
  }, [failed, online]);
  useEffect(() => {
    if (!failed) return undefined;
    const retry = () => setAgain((before) => before + 1);
    const rest = error instanceof Problem ? error.retryAfterSeconds : null;
    const timer = rest === null ? undefined : setTimeout(retry, rest * 1_000);
    window.addEventListener('focus', retry);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('focus', retry);
    };
  }, [failed, error]);
  return again;
}
