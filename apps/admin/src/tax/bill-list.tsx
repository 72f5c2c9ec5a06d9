import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ReceiptText } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { Bill, BillStatus, Collector } from '../api/contract.js';
import { collectorsOf } from '../cash/cash-data.js';
import { ExportButton } from '../parts/list/export-button.js';
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
import { useAreaOptions } from '../residents/resident-data.js';
import { useMay, useMe } from '../session/session.js';
import { addressWords, BillChip, BOOKS, STATUS_WORDS } from './bill-words.js';
import { billSearch, sharedPrefix } from './nop-prefix.js';
import './tax.css';

const SHOWN_YEARS = 12;

type Options = FilterSpec['options'];

function specsOf(year: number, collectors: Options, areas: Options): readonly FilterSpec[] {
  return [
    { param: 'tahun', label: 'Tahun', options: Array.from({ length: SHOWN_YEARS }, (_, back) => String(year - back)).map((value) => ({ value, label: value })) },
    { param: 'keadaan', label: 'Keadaan', options: (Object.keys(STATUS_WORDS) as BillStatus[]).map((value) => ({ value, label: STATUS_WORDS[value] })) },
    ...(collectors.length > 0 ? [{ param: 'petugas', label: 'Petugas', options: collectors }] : []),
    ...(areas.length > 0 ? [{ param: 'wilayah', label: 'Wilayah', options: areas }] : []),
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

/** Who goes round here, and whose round the list begins with: a collector's own, once they were sent somewhere. */
function useRounds(): { options: Options; own: string | null; known: boolean } {
  const me = useMe();
  const may = useMay();
  const asked = useQuery({ ...collectorsOf, enabled: me.unit.kind !== 'regency' && may('payment.read') });
  const options = useMemo(() => (asked.data?.items ?? []).filter(({ endedOn }) => endedOn === null).map(({ id, name }: Collector) => ({ value: id, label: name })), [asked.data]);
  const own = asked.data?.items.find(({ userId, endedOn, assignments }) => userId === me.id && endedOn === null && assignments.length > 0)?.id ?? null;
  // Everybody else need not wait to hear that no round is theirs.
  return { options, own, known: !may('payment.receive') || !asked.isPending };
}

/** What the village's taxpayers owe, found by NOP or name, with the penalty of today; a collector sees their own round first. */
export function BillList() {
  const year = Number(today().slice(0, 4));
  const { options: collectors, own, known } = useRounds();
  const areas = useAreaOptions();
  const specs = useMemo(() => specsOf(year, collectors, areas), [year, collectors, areas]);
  const defaults = useMemo(() => ({ tahun: String(year), ...(own ? { petugas: own } : {}) }), [year, own]);
  const filters = useFilters(specs, defaults);
  const [search, setSearch] = useListSearch('bills');
  const asked = useSettled(search, 250).trim();
  const [active, setActive] = useState<string | null>(null);
  const [hidden, toggle] = useHiddenColumns('bills');
  const query = { ...billSearch(asked), year: filters.values['tahun'], status: filters.values['keadaan'], collector: filters.values['petugas'], area: filters.values['wilayah'] };
  const list = useKeyset<Bill>('bills', ['bills', 'list'], '/bills', query, { enabled: known });
  const prefix = sharedPrefix(list.rows.map((row) => row.nop));
  const columns = columnsOf(prefix, filters.values['tahun'] !== undefined);
  const filtered = asked !== '' || ['keadaan', 'petugas', 'wilayah'].some((param) => filters.values[param] !== undefined);
  const empty = list.isError ? <Broken error={list.error} retry={() => void list.refetch()} />
    : filtered ? <NoMatch title={asked ? `Tidak ada tagihan untuk “${asked}”` : 'Tidak ada tagihan yang cocok'} acts={<Button onClick={() => { setSearch(''); filters.clear(); }}>Hapus saringan</Button>}>Cari dengan NOP atau awalnya, atau nama seperti tercetak di SPPT.</NoMatch>
      : <Notice icon={ReceiptText} tone="none" title={filters.values['tahun'] ? `Belum ada tagihan tahun ${filters.values['tahun']}` : 'Belum ada tagihan'}>Tagihan terbit setelah Bapenda menerapkan daftar pajaknya. Pilih tahun lain untuk melihat tagihan lama.</Notice>;

  return (
    <div className="page-full">
      <PageHead title={filters.values['tahun'] ? `Tagihan PBB ${filters.values['tahun']}` : 'Tagihan PBB'} sub={`Denda dihitung sampai hari ini, ${dayAndDate(today())}`} acts={<><ExportButton path="/bills/export.xlsx" query={query} name="tagihan-pbb" /><ColumnPicker columns={columns} hidden={hidden} toggle={toggle} /></>} />
      <FilterBar search={search} onSearch={setSearch} searchLabel="Cari NOP atau nama di SPPT" filters={filters} specs={specs} />
      <ListTable<Bill> label="Daftar tagihan" columns={columns} hidden={hidden} rows={list.isError ? [] : list.rows} loading={list.isPending} activeId={active} onActive={setActive} linkOf={(row) => `/pbb/tagihan/${row.id}`} empty={empty} keyLabel="Buka tagihan"
        compact={(row) => ({ title: titleCase(row.payerName), note: <span className="nop">{row.nop.slice(prefix.length)}{filters.values['tahun'] === undefined && `, ${row.taxYear}`}</span>, aside: <span className="money-aside">Rp{count(row.amount + (row.penalty?.amount ?? 0))}</span>, asideNote: <BillChip bill={row} /> })} />
      {list.rows.length > 0 && <ListFoot pageNumber={list.pageNumber} shown={list.rows.length} goBack={list.goBack} goNext={list.goNext} hints={[[['J', 'K'], 'pindah'], [['Enter'], 'buka']]} />}
    </div>
  );
}
