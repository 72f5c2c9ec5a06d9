import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * What a person has typed, kept on this computer until it is sent: a lost connection or a closed tab loses
 * nothing. Keys carry ids and type codes only. Everything is removed at sign-out and after seven days,
 * because village computers are shared.
 */
const PREFIX = 'pamong.draft.';
const KEPT_MS = 7 * 86_400_000;

interface Stored<T> { readonly at: number; readonly value: T }

export function readDraft<T>(key: string): Stored<T> | null {
  try {
    const stored = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') as Stored<T> | null;
    return stored && Date.now() - stored.at < KEPT_MS ? stored : null;
  } catch {
    return null;
  }
}

/** At once, for what must be on this computer before it is sent. @returns whether it is */
export function writeDraft(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify({ at: Date.now(), value }));
    return true;
  } catch {
    // Storage is full or forbidden: the form still works, only without a safety net.
    return false;
  }
}

export function forgetDraft(key: string): void {
  localStorage.removeItem(PREFIX + key);
}

export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  }
}

/** Saves a draft half a second after the last change; `savedAt` is when it last worked. */
export function useDraft<T>(key: string): { savedAt: Date | null; save: (value: T) => void; clear: () => void } {
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), [key]);

  const save = useCallback((value: T) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => { if (writeDraft(key, value)) setSavedAt(new Date()); }, 500);
  }, [key]);
  const clear = useCallback(() => {
    window.clearTimeout(timer.current);
    forgetDraft(key);
    setSavedAt(null);
  }, [key]);
  return { savedAt, save, clear };
}
