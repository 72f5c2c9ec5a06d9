import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { IdCard, Plus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Collector } from '../api/contract.js';
import { ExportButton } from '../parts/list/export-button.js';
import { FilterBar } from '../parts/list/filter-bar.js';
import { ListTable, type ListColumn } from '../parts/list/list-table.js';
import { useFilters, type FilterSpec } from '../parts/list/use-filters.js';
import { useListSearch } from '../parts/list/use-keyset.js';
import { PageHead } from '../parts/page-head.js';
import { Broken, NoMatch, Notice } from '../parts/states.js';
import { count } from '../parts/words.js';
import { useMay } from '../session/session.js';
import { collectorsOf } from './cash-data.js';
import { Age } from './cash-words.js';
import { CollectorState } from './collector-state.js';
import { PlacesOf } from './places-of.js';
import { RegisterDialog } from './register-dialog.js';
import '../tax/tax.css';
import './cash.css';

const SPECS: readonly FilterSpec[] = [{ param: 'keadaan', label: 'Keadaan', options: [{ value: 'aktif', label: 'aktif' }, { value: 'berakhir', label: 'berakhir' }] }];
const DEFAULTS = { keadaan: 'aktif' };

const COLUMNS: readonly ListColumn<Collector>[] = [
  { key: 'book', title: 'Buku', render: (_, row) => row.bookCode },
  { key: 'name', title: 'Petugas', render: (_, row) => <Link className="cell-name" to={`/pbb/petugas/${row.id}`}>{row.name}</Link> },
  { key: 'places', title: 'Ditugaskan di', render: (_, row) => <PlacesOf assignments={row.assignments} /> },
  { key: 'receipts', title: 'Kuitansi', align: 'right', render: (_, row) => count(row.receiptsInHand) },
  { key: 'cash', title: 'Uang di tangan (Rp)', align: 'right', className: 'nowrap', render: (_, row) => <b>{count(row.cashInHand)}</b> },
  { key: 'age', title: 'Paling lama', className: 'nowrap', render: (_, row) => <Age since={row.oldestAt} /> },
  { key: 'state', title: 'Keadaan', className: 'nowrap', render: (_, row) => <CollectorState collector={row} /> },
];

/** Who may take money here, with which book, where they go and what they hold. */
export function Collectors() {
  const may = useMay();
  const { data, error, isPending, refetch } = useQuery(collectorsOf);
  const [search, setSearch] = useListSearch('collectors');
  const filters = useFilters(SPECS, DEFAULTS);
  const [active, setActive] = useState<string | null>(null);
  const [registering, setRegistering] = useState(false);
  const wanted = search.trim().toLowerCase();
  // As the workbook is searched: what is downloaded is what stands here.
  const words = wanted.split(/\s+/).filter(Boolean);
  const state = filters.values['keadaan'];
  const rows = (data?.items ?? []).filter((row) => (state === undefined || (state === 'aktif') === (row.endedOn === null)) && words.every((word) => row.bookCode.toLowerCase().includes(word) || ` ${row.name}`.toLowerCase().includes(` ${word}`)));
  const register = may('collector.manage') && <Button type="primary" icon={<Plus size={16} />} onClick={() => setRegistering(true)}>Daftarkan petugas</Button>;
  const empty = error ? <Broken error={error} retry={() => void refetch()} />
    : data && data.items.length > 0 ? <NoMatch title="Tidak ada petugas yang cocok" acts={<Button onClick={() => { setSearch(''); filters.clear(); }}>Hapus saringan</Button>}>Cari dengan nama atau kode buku.</NoMatch>
      : <Notice icon={IdCard} tone="none" title="Belum ada petugas pungut" acts={register}>Daftarkan orang yang menerima uang PBB dari warga dan beri ia buku kuitansi.</Notice>;

  return (
    <div className="page-full">
      <PageHead title="Petugas pungut" sub="Setiap petugas punya buku kuitansi sendiri; uang yang diterimanya menjadi tanggung jawabnya sampai disetor" acts={<><ExportButton path="/collectors/export.xlsx" query={{ status: state && (state === 'aktif' ? 'active' : 'ended'), search: wanted || undefined }} name="petugas-pungut" />{register}</>} />
      <FilterBar search={search} onSearch={setSearch} searchLabel="Cari nama atau kode buku" filters={filters} specs={SPECS} />
      <ListTable<Collector> label="Daftar petugas pungut" columns={COLUMNS} rows={error ? [] : rows} loading={isPending} activeId={active} onActive={setActive} linkOf={(row) => `/pbb/petugas/${row.id}`} empty={empty} keyLabel="Buka petugas"
        compact={(row) => ({ title: row.name, note: `Buku ${row.bookCode}, ${count(row.receiptsInHand)} kuitansi`, aside: <span className="money-aside">Rp{count(row.cashInHand)}</span>, asideNote: row.oldestAt ? <Age since={row.oldestAt} /> : <CollectorState collector={row} /> })} />
      {registering && <RegisterDialog known={data?.items ?? []} onClose={() => setRegistering(false)} />}
    </div>
  );
}
