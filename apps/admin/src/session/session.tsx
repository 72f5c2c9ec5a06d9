import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { api } from '../api/client.js';
import type { Me, Session as SessionAnswer } from '../api/contract.js';
import { actorNow, dropSession, onActor, renewSession, takeSession, wasSignedIn } from '../api/token.js';
import { forgetDrafts } from '../parts/drafts.js';
import { forgetLists } from '../parts/list/list-memory.js';

type State = { kind: 'starting' } | { kind: 'signed-out' } | { kind: 'unreachable' } | { kind: 'signed-in'; me: Me };

interface SessionActs {
  readonly state: State;
  readonly signIn: (username: string, password: string) => Promise<Me>;
  readonly signOut: () => Promise<void>;
  readonly switchVillage: (village: string, how?: { membership?: string; purpose?: string }) => Promise<void>;
  readonly start: () => void;
}

const SessionContext = createContext<SessionActs | null>(null);
const LAST_UNIT = 'pamong.last-unit';

export interface LastUnit { readonly name: string; readonly at: string }

/** Which office last worked on this computer, for the sign-in page; the office only, never the person. */
export function lastUnit(): LastUnit | null {
  try {
    return JSON.parse(localStorage.getItem(LAST_UNIT) ?? 'null') as LastUnit | null;
  } catch {
    return null;
  }
}

export function unitName(unit: Me['unit'] | Me['memberships'][number]['unit']): string {
  return unit.kind === 'desa' ? `Desa ${unit.name}` : unit.kind === 'kelurahan' ? `Kelurahan ${unit.name}` : unit.name;
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [state, setState] = useState<State>({ kind: 'starting' });

  useEffect(() => onActor((me) => {
    const before = actorBefore(state);
    // Another unit, another role or nobody: nothing of the former may stay on the screen or in memory.
    if (before && (me === null || me.unit.code !== before.unit.code || me.membershipId !== before.membershipId || me.id !== before.id)) {
      queries.clear();
      forgetLists();
    }
    setState(me ? { kind: 'signed-in', me } : { kind: 'signed-out' });
  }), [queries, state]);

  const acts = useMemo<SessionActs>(() => ({
    state,
    start: () => { void begin(setState); },
    signIn: async (username, password) => {
      const session = await api.post<SessionAnswer>('/sessions', { username, password });
      takeSession(session);
      if (session.actor.unit.kind !== 'regency') localStorage.setItem(LAST_UNIT, JSON.stringify({ name: unitName(session.actor.unit), at: new Date().toISOString() }));
      return session.actor;
    },
    signOut: async () => {
      const end = api.delete('/sessions/current');
      forgetDrafts();
      await end.catch(() => undefined);
      dropSession();
    },
    switchVillage: async (village, how = {}) => {
      takeSession(await api.put<SessionAnswer>('/sessions/current/village', { village, ...how }));
    },
  }), [state]);

  useEffect(() => { void begin(setState); }, []);

  return <SessionContext value={acts}>{children}</SessionContext>;
}

async function begin(setState: (state: State) => void): Promise<void> {
  const known = actorNow();
  if (known) return setState({ kind: 'signed-in', me: known });
  if (!wasSignedIn()) return setState({ kind: 'signed-out' });
  try {
    if ((await renewSession()) === null) setState({ kind: 'signed-out' });
  } catch {
    setState({ kind: 'unreachable' });
  }
}

function actorBefore(state: State): Me | null {
  return state.kind === 'signed-in' ? state.me : null;
}

export function useSession(): SessionActs {
  const acts = use(SessionContext);
  if (!acts) throw new Error('SESSION_PROVIDER_MISSING');
  return acts;
}

/** The signed-in person; only below the shell. */
export function useMe(): Me {
  const { state } = useSession();
  if (state.kind !== 'signed-in') throw new Error('NOT_SIGNED_IN');
  return state.me;
}

/** Whether the role carries a permission. Hides what is not theirs; the API decides. */
export function useMay(): (permission: string) => boolean {
  const me = useMe();
  return useMemo(() => {
    const held = new Set(me.permissions);
    return (permission) => held.has(permission);
  }, [me]);
}
