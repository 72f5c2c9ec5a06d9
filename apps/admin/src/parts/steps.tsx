import { Circle, CircleCheck, CircleDot, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';

export type StepState = 'done' | 'now' | 'next' | 'bad';
export interface StepItem { title: string; note?: ReactNode; state: StepState }

const ICON = { done: CircleCheck, now: CircleDot, next: Circle, bad: CircleX } as const;
const WORD = { done: 'selesai', now: 'sekarang', next: 'berikutnya', bad: 'gagal' } as const;

/** Where a piece of work stands, from left to right. */
export function Steps({ steps }: { steps: readonly StepItem[] }) {
  return (
    <ol className="steps" aria-label="Tahap">
      {steps.map((step) => {
        const Icon = ICON[step.state];
        return (
          <li key={step.title} className={`step step-${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
            <Icon size={18} strokeWidth={1.9} aria-hidden="true" />
            <span className="step-title">{step.title}<span className="sr-only">, {WORD[step.state]}</span></span>
            {step.note && <span className="step-note">{step.note}</span>}
          </li>
        );
      })}
    </ol>
  );
}
