import type { ReactNode } from 'react';

/** A key as it is printed on the keyboard. The hint is for the eyes: screen readers hear `aria-keyshortcuts`. */
export function Key({ children }: { children: ReactNode }) {
  return <kbd className="key" aria-hidden="true">{children}</kbd>;
}

/** `J K pindah baris`: one hint of the line under a list. */
export function KeyHint({ keys, label }: { keys: string[]; label: string }) {
  return <span className="key-hint">{keys.map((key) => <Key key={key}>{key}</Key>)}<span>{label}</span></span>;
}
