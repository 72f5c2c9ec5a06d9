import { useRef } from 'react';

const REST_MS = 600;

/**
 * Lets one press through and no other until it is answered and the rest of a double click is over:
 * the answer may be there sooner than the second click.
 */
export function useOnePress(): { take: () => boolean; release: () => void } {
  const held = useRef(false);
  return {
    take: () => {
      if (held.current) return false;
      held.current = true;
      return true;
    },
    release: () => { setTimeout(() => { held.current = false; }, REST_MS); },
  };
}
