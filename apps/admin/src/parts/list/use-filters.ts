import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** A filter as a chip: what it is called, what its values are called. Values are codes and ids, never a name. */
export interface FilterSpec {
  readonly param: string;
  readonly label: string;
  readonly options: readonly { value: string; label: string }[];
}

export interface Filters {
  readonly values: Readonly<Record<string, string>>;
  readonly set: (param: string, value: string | null) => void;
  readonly clear: () => void;
}

/** Filters live in the address bar, so that a list can be bookmarked and sent to a colleague. */
export function useFilters(specs: readonly FilterSpec[], defaults: Readonly<Record<string, string>> = {}): Filters {
  const [params, setParams] = useSearchParams();
  const values = useMemo(() => {
    const found: Record<string, string> = {};
    for (const { param } of specs) {
      const value = params.get(param) ?? defaults[param];
      if (value && value !== 'semua') found[param] = value;
    }
    return found;
  }, [params, specs, defaults]);

  const set = useCallback((param: string, value: string | null) => {
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value !== null && value !== defaults[param]) next.set(param, value);
      // Taking a default away must be said, or the default would return.
      else if (value === null && defaults[param] !== undefined) next.set(param, 'semua');
      else next.delete(param);
      return next;
    }, { replace: true });
  }, [setParams, defaults]);
  const clear = useCallback(() => {
    setParams((before) => {
      const next = new URLSearchParams(before);
      for (const { param } of specs) {
        if (defaults[param] !== undefined) next.set(param, 'semua');
        else next.delete(param);
      }
      return next;
    }, { replace: true });
  }, [setParams, specs, defaults]);
  return { values, set, clear };
}
