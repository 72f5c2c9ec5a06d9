import type { ReactNode } from 'react';

export type Fact = readonly [label: string, value: ReactNode];

/** Label and value in two columns; an unknown value is a dash, never an empty place. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label} className="fact"><dt>{label}</dt><dd>{value === null || value === undefined || value === '' ? '–' : value}</dd></div>
      ))}
    </dl>
  );
}
