import { Dropdown } from 'antd';
import { Plus, X } from 'lucide-react';
import type { Filters, FilterSpec } from './use-filters.js';

/** The filters that are on, each with its own menu and way off, and the menu that adds one. */
export function FilterChips({ filters, specs }: { filters: Filters; specs: readonly FilterSpec[] }) {
  const off = specs.filter((spec) => filters.values[spec.param] === undefined);
  return (
    <>
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
    </>
  );
}
