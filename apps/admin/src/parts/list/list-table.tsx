import { Table, type TableColumnType } from 'antd';
import { Columns3 } from 'lucide-react';
import { Button, Checkbox, Popover } from 'antd';
import { useEffect, useId, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useShortcuts } from '../keys.js';
import { usePhone } from '../../theme/color-scheme.js';

export interface ListColumn<T> extends Omit<TableColumnType<T>, 'key'> {
  key: string;
  title: string;
  /** May be hidden by the person; the others carry the row's meaning. */
  optional?: boolean;
}

interface Props<T extends { id: string }> {
  label: string;
  columns: readonly ListColumn<T>[];
  hidden?: ReadonlySet<string>;
  rows: readonly T[];
  loading: boolean;
  /** The row looked at; J and K move it. */
  activeId: string | null;
  onActive: (id: string | null) => void;
  linkOf: (row: T) => string;
  /** The two lines of a row on the phone, left and right. */
  compact: (row: T) => { title: ReactNode; note: ReactNode; aside?: ReactNode; asideNote?: ReactNode };
  empty: ReactNode;
  /** With a side panel, Space opens and closes it and a click shows the row there. */
  panel?: boolean;
  keyLabel?: string;
  /** `allowed`: rows that can be ticked; all of them when left out. */
  selection?: { keys: readonly string[]; onChange: (keys: string[]) => void; nameOf: (row: T) => string; allowed?: (row: T) => boolean };
}

const SKELETON_ROWS = 12;

/** The list of every room: sticky head, rows of one height, walked by keyboard, two-line rows on the phone. */
export function ListTable<T extends { id: string }>(props: Props<T>) {
  const { columns, hidden, rows, loading, activeId, onActive, linkOf, panel, selection } = props;
  const phone = usePhone();
  const navigate = useNavigate();
  const at = rows.findIndex((row) => row.id === activeId);
  const id = useId();

  const move = (step: number) => {
    const target = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + step))];
    if (target) onActive(target.id);
  };
  const active = at >= 0 ? rows[at] : undefined;
  const tick = (rowId: string) => {
    if (!selection) return;
    selection.onChange(selection.keys.includes(rowId) ? selection.keys.filter((key) => key !== rowId) : [...selection.keys, rowId]);
  };
  useShortcuts('Daftar', [
    { key: 'j', shown: 'J', label: 'Baris berikutnya', repeats: true, run: () => move(1) },
    { key: 'k', shown: 'K', label: 'Baris sebelumnya', repeats: true, run: () => move(-1) },
    ...(panel ? [{ key: 'space', shown: 'Spasi', label: 'Buka atau tutup panel', run: () => { if (active) onActive(null); else move(1); } }] : []),
    ...(selection ? [{ key: 'x', shown: 'X', label: 'Pilih baris', run: () => { if (active && (selection.allowed?.(active) ?? true)) tick(active.id); } }] : []),
    { key: 'enter', shown: 'Enter', label: props.keyLabel ?? 'Buka penuh', run: () => { if (active) void navigate(linkOf(active)); } },
    ...(panel ? [{ key: 'escape', shown: 'Esc', label: 'Tutup panel', run: () => onActive(null) }] : []),
  ]);
  useEffect(() => { if (activeId) document.getElementById(`${id}-${activeId}`)?.scrollIntoView({ block: 'nearest' }); }, [activeId, id]);

  if (!loading && rows.length === 0) return <div className="list-scroll">{props.empty}</div>;
  if (phone) {
    return (
      <div className="list-scroll">
        {loading ? <PhoneSkeleton /> : (
          <ul className="list-compact" aria-label={props.label}>
            {rows.map((row) => {
              const text = props.compact(row);
              return (
                <li key={row.id}><Link className="compact-row" to={linkOf(row)}>
                  <b>{text.title}</b><span className="compact-aside">{text.aside}</span>
                  <span className="compact-note">{text.note}</span><span className="compact-aside">{text.asideNote}</span>
                </Link></li>
              );
            })}
          </ul>
        )}
      </div>
    );
  }

  const shown = columns.filter((column) => !hidden?.has(column.key));
  const skeleton = Array.from({ length: SKELETON_ROWS }, (_, index) => ({ id: `skeleton-${index}` }) as T);
  const cells: TableColumnType<T>[] = loading
    ? shown.map((column, index) => ({ key: column.key, title: column.title, align: column.align, className: column.className, render: (_v, _r, row) => <span className={`bar bar-${(index + row) % 5}`} /> }))
    : [...shown];
  return (
    <div className="list-scroll" tabIndex={0} role="region" aria-label={props.label} aria-busy={loading}>
      <Table<T> size="small" pagination={false} rowKey="id" columns={cells} dataSource={loading ? skeleton : [...rows]}
        rowClassName={(row) => (row.id === activeId ? 'row-active' : '')}
        {...(selection && !loading ? { rowSelection: { selectedRowKeys: [...selection.keys], columnWidth: 36, onChange: (keys) => selection.onChange(keys.map(String)), getTitleCheckboxProps: () => ({ 'aria-label': 'Pilih semua di halaman ini' }), preserveSelectedRowKeys: true, getCheckboxProps: (row) => ({ 'aria-label': `Pilih ${selection.nameOf(row)}`, disabled: !(selection.allowed?.(row) ?? true) }) } } : {})}
        onRow={(row) => (loading ? {} : {
          id: `${id}-${row.id}`,
          'aria-current': row.id === activeId ? 'true' : undefined,
          onClick: (event) => {
            const target = event.target as HTMLElement;
            // A link by keyboard or with Ctrl goes where it says; a plain click shows the row in the panel.
            if (target.closest('.ant-checkbox-wrapper, button')) return;
            const link = target.closest('a');
            if (link && (event.ctrlKey || event.metaKey || event.shiftKey || event.detail === 0)) return;
            if (!panel) { if (!link) void navigate(linkOf(row)); return; }
            if (link) event.preventDefault();
            onActive(row.id);
          },
        })} />
    </div>
  );
}

function PhoneSkeleton() {
  return <div className="list-compact" aria-hidden="true">{Array.from({ length: SKELETON_ROWS }, (_, index) => <span key={index} className="compact-row"><span className={`bar bar-${index % 5}`} /></span>)}</div>;
}

/** The choice of columns, behind a button of the page's head. */
export function ColumnPicker<T>({ columns, hidden, toggle }: { columns: readonly ListColumn<T>[]; hidden: ReadonlySet<string>; toggle: (key: string) => void }) {
  const phone = usePhone();
  if (phone) return null;
  const content = (
    <div className="column-picker">
      {columns.filter((column) => column.optional).map((column) => <Checkbox key={column.key} checked={!hidden.has(column.key)} onChange={() => toggle(column.key)}>{column.title}</Checkbox>)}
    </div>
  );
  return <Popover trigger="click" placement="bottomRight" content={content} title="Kolom yang tampil"><Button icon={<Columns3 size={15} />}>Kolom</Button></Popover>;
}
