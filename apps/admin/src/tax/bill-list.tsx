import { Button } from 'antd';
import { ReceiptText } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { Bill, BillStatus } from '../api/contract.js';
import { FilterBar } from '../parts/list/filter-bar.js';
import { ListFoot } from '../parts/list/list-foot.js';
import { ColumnPicker, ListTable, type ListColumn } from '../parts/list/list-table.js';
import { useHiddenColumns } from '../parts/list/use-columns.js';
import { useFilters, type FilterSpec } from '../parts/list/use-filters.js';
import { useKeyset, useListSearch } from '../parts/list/use-keyset.js';
import { PageHead } from '../parts/page-head.js';
import { useSettled } from '../parts/settled.js';
import { Broken, NoMatch, Notice } from '../parts/states.js';
import { briefDate, count, dayAndDate, titleCase, today } from '../parts/words.js';
import { addressWords, BillChip, BOOKS, STATUS_WORDS } from './bill-words.js';
import { billSearch, sharedPrefix } from './nop-prefix.js';
import './tax.css';

const SHOWN_YEARS = 12;

function specsOf(year: number): readonly FilterSpec[] {
  return [
    { param: 'tahun', label: 'Tahun', options: Array.from({ length: SHOWN_YEARS }, (_, back) => String(year - back)).map((value) => ({ value, label: value })) },
    { param: 'keadaan', label: 'Keadaan', options: (Object.keys(STATUS_WORDS) as BillStatus[]).map((value) => ({ value, label: STATUS_WORDS[value] })) },
  ];
}

function columnsOf(prefix: string, oneYear: boolean): readonly ListColumn<Bill>[] {
  const year: ListColumn<Bill> = { key: 'year', title: 'Tahun', dataIndex: 'taxYear' };
  return [
    { key: 'nop', title: prefix ? `NOP ${prefix}` : 'NOP', className: 'nowrap', render: (_, row) => <Link to={`/pbb/tagihan/${row.id}`} className="nop">{row.nop.slice(prefix.length)}</Link> },
    { key: 'payer', title: 'Nama di SPPT', render: (_, row) => <><span className="cell-name">{titleCase(row.payerName)}</span>{row.managedBy && <span className="quiet"> dikelola {titleCase(row.managedBy)}</span>}</> },
    { key: 'address', title: 'Letak objek', optional: true, className: 'cell-quiet', render: (_, row) => addressWords(row.address) || '–' },
    ...(oneYear ? [] : [year]),
    { key: 'book', title: 'Buku', optional: true, render: (_, row) => BOOKS[row.book] ?? '–' },
    { key: 'due', title: 'Jatuh tempo', optional: true, className: 'cell-quiet nowrap', render: (_, row) => briefDate(row.dueOn) },
    { key: 'amount', title: 'Pokok (Rp)', align: 'right', className: 'nowrap', render: (_, row) => count(row.amount) },
    { key: 'penalty', title: 'Denda (Rp)', align: 'right', className: 'nowrap', render: (_, row) => <PenaltyCell bill={row} /> },
    { key: 'status', title: 'Keadaan', className: 'nowrap', render: (_, row) => <BillChip bill={row} /> },
  ];
}

function PenaltyCell({ bill: { penalty } }: { bill: Bill }) {
  if (!penalty) return <span className="quiet">belum ada aturan</span>;
  return penalty.amount === 0 ? <span className="quiet">0</span> : <>{count(penalty.amount)}</>;
}

/** What the village's taxpayers owe, found by NOP or name, with the penalty of today. */
export function BillList() {
  const year = Number(today().slice(0, 4));
  const specs = useMemo(() => specsOf(year), [year]);
  const defaults = useMemo(() => ({ tahun: String(year) }), [year]);
  const filters = useFilters(specs, defaults);
  const [search, setSearch] = useListSearch('bills');
  const asked = useSettled(search, 250).trim();
  const [active, setActive] = useState<string | null>(null);
  const [hidden, toggle] = useHiddenColumns('bills');
  const list = useKeyset<Bill>('bills', ['bills', 'list'], '/bills', { ...billSearch(asked), year: filters.values['tahun'], status: filters.values['keadaan'] });
  const prefix = sharedPrefix(list.rows.map((row) => row.nop));
  const columns = columnsOf(prefix, filters.values['tahun'] !== undefined);
  const filtered = asked !== '' || filters.values['keadaan'] !== undefined;
  const empty = list.isError ? <Broken error={list.error} retry={() => void list.refetch()} />
    : filtered ? <NoMatch title={asked ? `Tidak ada tagihan untuk “${asked}”` : 'Tidak ada tagihan yang cocok'} acts={<Button onClick={() => { setSearch(''); filters.clear(); }}>Hapus saringan</Button>}>Cari dengan NOP atau awalnya, atau nama seperti tercetak di SPPT.</NoMatch>
      : <Notice icon={ReceiptText} tone="none" title={filters.values['tahun'] ? `Belum ada tagihan tahun ${filters.values['tahun']}` : 'Belum ada tagihan'}>Tagihan terbit setelah Bapenda menerapkan daftar pajaknya. Pilih tahun lain untuk melihat tagihan lama.</Notice>;

  return (
    <div className="page-full">
      <PageHead title={filters.values['tahun'] ? `Tagihan PBB ${filters.values['tahun']}` : 'Tagihan PBB'} sub={`Denda dihitung sampai hari ini, ${dayAndDate(today())}`} acts={<ColumnPicker columns={columns} hidden={hidden} toggle={toggle} />} />
      <FilterBar search={search} onSearch={setSearch} searchLabel="Cari NOP atau nama di SPPT" filters={filters} specs={specs} />
      <ListTable<Bill> label="Daftar tagihan" columns={columns} hidden={hidden} rows={list.isError ? [] : list.rows} loading={list.isPending} activeId={active} onActive={setActive} linkOf={(row) => `/pbb/tagihan/${row.id}`} empty={empty} keyLabel="Buka tagihan"
        compact={(row) => ({ title: titleCase(row.payerName), note: <span className="nop">{row.nop.slice(prefix.length)}{filters.values['tahun'] === undefined && `, ${row.taxYear}`}</span>, aside: <span className="money-aside">Rp{count(row.amount + (row.penalty?.amount ?? 0))}</span>, asideNote: <BillChip bill={row} /> })} />
      {list.rows.length > 0 && <ListFoot pageNumber={list.pageNumber} shown={list.rows.length} goBack={list.goBack} goNext={list.goNext} hints={[[['J', 'K'], 'pindah'], [['Enter'], 'buka']]} />}
    </div>
  );
}
