import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type Tone = 'act' | 'wait' | 'done' | 'bad' | 'none';

/** A state: colour, word and icon together, so that none of them carries the meaning alone. */
export function Chip({ tone, icon: Icon, children }: { tone: Tone; icon: LucideIcon; children: ReactNode }) {
  return <span className={`chip chip-${tone}`}><Icon size={13} strokeWidth={1.9} aria-hidden="true" />{children}</span>;
}

/** A count in a quiet pill behind a heading. */
export function Pill({ children }: { children: ReactNode }) {
  return <span className="pill">{children}</span>;
}
