import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Landmark } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { Deposit } from '../api/contract.js';
import { ExportButton } from '../parts/list/export-button.js';
import { FilterBar } from '../parts/list/filter-bar.js';
import { ListFoot } from '../parts/list/list-foot.js';
import { ListTable, type ListColumn } from '../parts/list/list-table.js';
import { useFilters, type FilterSpec } from '../parts/list/use-filters.js';
import { useKeyset, useListSearch } from '../parts/list/use-keyset.js';
import { LinkButton } from '../parts/link-button.js';
import { PageHead } from '../parts/page-head.js';
import { useSettled } from '../parts/settled.js';
import { Broken, NoMatch, Notice } from '../parts/states.js';
import { briefDate, count, whenBrief } from '../parts/words.js';
import { useMay } from '../session/session.js';
import { collectorsOf } from './cash-data.js';
import { DEPOSIT_OPTIONS, DepositChip } from './cash-words.js';
import '../tax/tax.css';
import './cash.css';

const COLUMNS: readonly ListColumn<Deposit>[] = [
  { key: 'reference', title: 'Kode setoran', className: 'nowrap', render: (_, row) => <Link className="cell-name" to={`/pbb/setoran/${row.id}`}>{row.reference}</Link> },
  { key: 'at', title: 'Disusun', className: 'cell-quiet nowrap', render: (_, row) => whenBrief(row.listedAt) },
  { key: 'collector', title: 'Petugas', render: (_, row) => row.collectorName },
  { key: 'bank', title: 'Bank', render: (_, row) => row.bank },
  { key: 'receipts', title: 'Kuitansi', align: 'right', render: (_, row) => count(row.receipts) },
  { key: 'amount', title: 'Jumlah (Rp)', align: 'right', className: 'nowrap', render: (_, row) => <b>{count(row.amount)}</b> },
  { key: 'day', title: 'Tanggal setor', className: 'cell-quiet nowrap', render: (_, row) => (row.depositedOn ? briefDate(row.depositedOn) : '–') },
  { key: 'state', title: 'Keadaan', className: 'nowrap', render: (_, row) => <DepositChip state={row.state} /> },
];

/** Cash on its way to the bank, newest first. */
export function DepositList() {
  const may = useMay();
  const collectors = useQuery(collectorsOf).data?.items;
  const specs = useMemo<FilterSpec[]>(() => [
    { param: 'keadaan', label: 'Keadaan', options: DEPOSIT_OPTIONS },
    { param: 'petugas', label: 'Petugas', options: (collectors ?? []).map(({ id, name, bookCode }) => ({ value: id, label: `${name}, buku ${bookCode}` })) },
  ], [collectors]);
  const filters = useFilters(specs);
  const [active, setActive] = useState<string | null>(null);
  const { keadaan, petugas } = filters.values;
  const [search, setSearch] = useListSearch('deposits');
  const asked = useSettled(search, 250).trim();
  const query = { search: asked || undefined, status: keadaan, collector: petugas };
  const list = useKeyset<Deposit>('deposits', ['deposits', 'list'], '/deposits', query);
  const start = may('deposit.list') && <LinkButton to="/pbb/setoran/baru" type="primary" icon={<Landmark size={15} />}>Setor ke bank</LinkButton>;
  const empty = list.isError ? <Broken error={list.error} retry={() => void list.refetch()} />
    : asked !== '' || Object.keys(filters.values).length > 0 ? <NoMatch title={asked ? `Tidak ada setoran untuk “${asked}”` : 'Tidak ada setoran yang cocok'} acts={<Button onClick={() => { setSearch(''); filters.clear(); }}>Hapus saringan</Button>}>Cari dengan kode setoran atau nama petugas; pilih keadaan atau petugas yang lain.</NoMatch>
      : <Notice icon={Landmark} tone="none" title="Belum ada setoran" acts={start}>Petugas menyusun setoran dari kuitansi yang uangnya dibawa ke bank.</Notice>;

  return (
    <div className="page-full">
      <PageHead title="Setoran PBB" sub="Uang kuitansi yang dibawa ke bank, terbaru lebih dahulu" acts={<><ExportButton path="/deposits/export.xlsx" query={query} name="setoran-pbb" />{start}</>} />
      <FilterBar search={search} onSearch={setSearch} searchLabel="Cari kode atau petugas" filters={filters} specs={specs} />
      <ListTable<Deposit> label="Daftar setoran" columns={COLUMNS} rows={list.isError ? [] : list.rows} loading={list.isPending} activeId={active} onActive={setActive} linkOf={(row) => `/pbb/setoran/${row.id}`} empty={empty} keyLabel="Buka setoran"
        compact={(row) => ({ title: row.reference, note: `${row.collectorName}, ${count(row.receipts)} kuitansi`, aside: <span className="money-aside">Rp{count(row.amount)}</span>, asideNote: <DepositChip state={row.state} /> })} />
      {list.rows.length > 0 && <ListFoot pageNumber={list.pageNumber} shown={list.rows.length} goBack={list.goBack} goNext={list.goNext} hints={[[['J', 'K'], 'pindah'], [['Enter'], 'buka']]} />}
    </div>
  );
}
