import { useState } from 'react';

/** Which optional columns of a list a person hides, remembered on this computer. */
export function useHiddenColumns(list: string): [ReadonlySet<string>, (key: string) => void] {
  const stored = `pamong.columns.${list}`;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => new Set((localStorage.getItem(stored) ?? '').split(',').filter(Boolean)));
  const toggle = (key: string) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    localStorage.setItem(stored, [...next].join(','));
    setHidden(next);
  };
  return [hidden, toggle];
}
