import { Dropdown, Input, type InputRef } from 'antd';
import { Plus, Search, X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Key } from '../kbd.js';
import { useShortcuts } from '../keys.js';
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
  const off = specs.filter((spec) => filters.values[spec.param] === undefined);

  return (
    <div className="filter-bar" role="search" aria-label="Saring daftar">
      <Input ref={input} className="filter-search" allowClear prefix={<Search size={15} aria-hidden="true" />} suffix={search === '' ? <Key>/</Key> : undefined}
        aria-label={searchLabel} placeholder={searchLabel} value={search} autoComplete="off" spellCheck={false} onChange={(event) => onSearch(event.target.value)}
        onKeyDown={(event) => { if (event.key === 'Escape') input.current?.blur(); }} />
      {specs.map((spec) => {
        const value = filters.values[spec.param];
        if (value === undefined) return null;
        const items = spec.options.map((option) => ({ key: option.value, label: option.label }));
        return (
          <span key={spec.param} className="filter-chip">
            <Dropdown trigger={['click']} menu={{ items, selectable: true, selectedKeys: [value], onClick: ({ key }) => filters.set(spec.param, key), className: 'filter-menu' }}>
              <button type="button" className="filter-chip-body">{spec.label}: <b>{spec.options.find((option) => option.value === value)?.label ?? '…'}</b></button>
            </Dropdown>
            <button type="button" className="filter-chip-off" aria-label={`Hapus saringan ${spec.label}`} onClick={() => filters.set(spec.param, null)}><X size={14} /></button>
          </span>
        );
      })}
      {off.length > 0 && (
        <Dropdown trigger={['click']} menu={{
          className: 'filter-menu',
          items: off.map((spec) => ({ key: spec.param, label: spec.label, popupClassName: 'filter-menu', children: spec.options.map((option) => ({ key: `${spec.param}=${option.value}`, label: option.label })) })),
          onClick: ({ key }) => { const [param, value] = key.split('='); if (param && value) filters.set(param, value); },
        }}>
          <button type="button" className="filter-add"><Plus size={14} aria-hidden="true" />Saring</button>
        </Dropdown>
      )}
      {tail && <span className="filter-tail">{tail}</span>}
    </div>
  );
}
