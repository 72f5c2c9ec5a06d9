import type { Me, Session } from './contract.js';
import { Problem, problemOf, Unreachable } from './problem.js';

/**
 * The access token lives in this module's memory only, never in storage: a script that reads storage gains
 * nothing. The refresh token is an httpOnly cookie. Two tabs of one browser share that cookie, and a rotated
 * token used twice counts as theft, so renewing is done by one tab at a time (Web Lock) and the result is
 * handed to the others over a channel.
 */
type SessionNews = { kind: 'session'; session: Session } | { kind: 'signed-out' };
type Listener = (actor: Me | null) => void;

const HINT = 'pamong.signed-in';
const listeners = new Set<Listener>();
const channel = 'BroadcastChannel' in window ? new BroadcastChannel('pamong-session') : null;

let current: Session | null = null;
let renewing: Promise<Session | null> | null = null;
/** Counts every token received, so that a waiter sees whether another tab renewed meanwhile. */
let generation = 0;

channel?.addEventListener('message', (event: MessageEvent<SessionNews>) => {
  if (event.data.kind === 'session') adopt(event.data.session);
  else adopt(null);
});

export function accessToken(): string | null {
  return current?.accessToken ?? null;
}

export function actorNow(): Me | null {
  return current?.actor ?? null;
}

export function onActor(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes a fresh session (sign-in, village switched, renewed) and tells the other tabs. */
export function takeSession(session: Session): void {
  adopt(session);
  channel?.postMessage({ kind: 'session', session } satisfies SessionNews);
}

/** Replaces the actor without a new token, after the person changed something about themself. */
export function takeActor(actor: Me): void {
  if (current) takeSession({ ...current, actor });
}

export function dropSession(): void {
  adopt(null);
  channel?.postMessage({ kind: 'signed-out' } satisfies SessionNews);
}

function adopt(session: Session | null): void {
  current = session;
  generation += 1;
  if (session) localStorage.setItem(HINT, '1');
  else localStorage.removeItem(HINT);
  for (const listener of listeners) listener(session?.actor ?? null);
}

/** True when this browser was signed in before, so that asking for a renewal makes sense. */
export function wasSignedIn(): boolean {
  return localStorage.getItem(HINT) === '1';
}

/**
 * Renews the session once, however many requests ask for it, in this tab or another.
 * @returns null when the session has ended; throws Unreachable when the server could not be asked.
 */
export function renewSession(): Promise<Session | null> {
  renewing ??= inTurn(generation).finally(() => { renewing = null; });
  return renewing;
}

function inTurn(seen: number): Promise<Session | null> {
  const work = () => (generation !== seen ? Promise.resolve(current) : askForRenewal());
  // Web Locks exist in secure contexts only; a plain-http office network falls back to one flight per tab.
  return navigator.locks ? navigator.locks.request('pamong-renewal', work) : work();
}

async function askForRenewal(): Promise<Session | null> {
  const response = await fetch('/api/v1/sessions/refresh', { method: 'POST', credentials: 'same-origin' }).catch(() => null);
  if (response === null) throw new Unreachable();
  if (response.ok) {
    const session = (await response.json()) as Session;
    takeSession(session);
    return session;
  }
  const problem: Problem = await problemOf(response);
  if (problem.status !== 401 && problem.status !== 403) throw problem;
  dropSession();
  return null;
}
