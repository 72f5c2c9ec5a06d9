import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { letterTypes, officialsOf } from './letter-data.js';
import { loadNewLetter } from './new-letter-room.js';

/**
 * Fetches the room of a new letter and what it asks for while a page that leads there has nothing else to do: keys
 * typed right after the shortcut must find their field.
 */
export function useNewLetterSoon(may: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!may) return undefined;
    const fetchAll = () => {
      // Without a connection it is fetched when it is opened.
      void loadNewLetter().catch(() => undefined);
      void queries.prefetchQuery(letterTypes);
      void queries.prefetchQuery(officialsOf);
    };
    // Safari has no idle callback.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(fetchAll, 500);
      return () => clearTimeout(timer);
    }
    const handle = window.requestIdleCallback(fetchAll, { timeout: 2_000 });
    return () => window.cancelIdleCallback(handle);
  }, [may, queries]);
}
