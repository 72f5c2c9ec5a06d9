import { useEffect, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';

/**
 * The page of the navigation a record belongs to, when its own address does not say: `/surat/…` may be a letter in
 * the queue or in the archive, which only the letter knows.
 */
let place: string | null = null;
const listeners = new Set<() => void>();

function set(next: string | null): void {
  place = next;
  for (const listener of listeners) listener();
}

/** Said by the page of a record while it is on screen; null until the record is there. */
export function useBelongsTo(to: string | null): void {
  useEffect(() => {
    set(to);
    return () => set(null);
  }, [to]);
}

/** The address by which the navigation finds where one is. */
export function usePlace(): string {
  const { pathname } = useLocation();
  const said = useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, () => place);
  return said ?? pathname;
}
