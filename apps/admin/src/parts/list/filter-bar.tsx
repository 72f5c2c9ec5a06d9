import { Input, type InputRef } from 'antd';
import { Search } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Key } from '../kbd.js';
import { useShortcuts } from '../keys.js';
import { FilterChips } from './filter-chips.js';
import type { Filters, FilterSpec } from './use-filters.js';

interface Props {
  search: string;
  onSearch: (text: string) => void;
  searchLabel: string;
  filters: Filters;
  specs: readonly FilterSpec[];
  /** How many match, at the end of the line. */
  tail?: ReactNode;
}

/** Search, the filters that are on as chips, and the menu that adds one. */
export function FilterBar({ search, onSearch, searchLabel, filters, specs, tail }: Props) {
  const input = useRef<InputRef>(null);
  useShortcuts('Saring', [{ key: '/', shown: '/', label: 'Ketik di kotak cari', run: () => input.current?.focus({ cursor: 'all' }) }]);

  return (
    <div className="filter-bar" role="search" aria-label="Saring daftar">
      <Input ref={input} className="filter-search" allowClear prefix={<Search size={15} aria-hidden="true" />} suffix={search === '' ? <Key>/</Key> : undefined}
        aria-label={searchLabel} placeholder={searchLabel} value={search} autoComplete="off" spellCheck={false} onChange={(event) => onSearch(event.target.value)}
        onKeyDown={(event) => { if (event.key === 'Escape') input.current?.blur(); }} />
      <FilterChips filters={filters} specs={specs} />
      {tail && <span className="filter-tail">{tail}</span>}
    </div>
  );
}
