import { useSyncExternalStore } from 'react';

/** Whether the server answers: `since` is when it stopped, `heardAt` when it last answered. */
export interface Connection { readonly online: boolean; readonly since: Date | null; readonly heardAt: Date | null }

let state: Connection = { online: navigator.onLine, since: navigator.onLine ? null : new Date(), heardAt: null };
const listeners = new Set<() => void>();

function set(next: Connection): void {
  state = next;
  for (const listener of listeners) listener();
}

/** The server answered. Renders only when that is news, not at every request. */
export function heard(): void {
  const now = new Date();
  if (!state.online || state.heardAt === null || now.getTime() - state.heardAt.getTime() > 30_000) set({ online: true, since: null, heardAt: now });
}

export function lost(): void {
  if (state.online) set({ ...state, online: false, since: new Date() });
}

window.addEventListener('offline', lost);
window.addEventListener('online', () => { void probe(); });

/** Asks whether the server is back; a running browser may be "online" in a network without the server. */
export async function probe(): Promise<boolean> {
  const answer = await fetch('/health/live', { cache: 'no-store' }).catch(() => null);
  if (answer !== null && answer.status < 500) heard();
  else lost();
  return state.online;
}

setInterval(() => { if (!state.online) void probe(); }, 8_000);

export function useConnection(): Connection {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, () => state);
}
