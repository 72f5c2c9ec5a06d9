import { Button } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useState } from 'react';
import type { FamilyRow } from '../api/contract.js';
import { ExportButton } from '../parts/list/export-button.js';
import { FilterBar } from '../parts/list/filter-bar.js';
import { ListFoot } from '../parts/list/list-foot.js';
import { ListTable, type ListColumn } from '../parts/list/list-table.js';
import { useFilters } from '../parts/list/use-filters.js';
import { useKeyset, useListSearch } from '../parts/list/use-keyset.js';
import { PageHead } from '../parts/page-head.js';
import { useSettled } from '../parts/settled.js';
import { Broken, NoMatch } from '../parts/states.js';
import { place, rtRw, titleCase } from '../parts/words.js';
import { useMay } from '../session/session.js';
import { useAreaOptions } from './resident-data.js';
import { TemporaryFlag } from './resident-words.js';
import './residents.css';

const COLUMNS: readonly ListColumn<FamilyRow>[] = [
  { key: 'head', title: 'Kepala keluarga', render: (_, row) => <Link className="cell-name" to={`/keluarga/${row.id}`}>{row.headName ?? 'Belum ada kepala keluarga'}</Link> },
  { key: 'number', title: 'Nomor KK', className: 'cell-quiet nowrap', render: (_, row) => <>{row.numberMasked}{row.temporaryNumber && <TemporaryFlag />}</> },
  { key: 'members', title: 'Anggota', align: 'right', dataIndex: 'members' },
  { key: 'hamlet', title: 'Dusun', render: (_, row) => titleCase(row.hamlet) || '–' },
  { key: 'rtrw', title: 'RT/RW', className: 'nowrap', render: (_, row) => rtRw(row) },
  { key: 'address', title: 'Alamat', className: 'cell-quiet', render: (_, row) => row.address ?? '–' },
];

const HEADLESS = { param: 'kepala', label: 'Kepala keluarga', options: [{ value: 'tidak-ada', label: 'tidak ada' }] };

export function FamilyList() {
  const may = useMay();
  const areas = useAreaOptions();
  const specs = useMemo(() => [HEADLESS, ...(areas.length > 0 ? [{ param: 'wilayah', label: 'Wilayah', options: areas }] : [])], [areas]);
  const filters = useFilters(specs);
  const [search, setSearch] = useListSearch('families');
  const asked = useSettled(search, 250);
  const [active, setActive] = useState<string | null>(null);
  const query = { search: asked.trim(), area: filters.values['wilayah'], headless: filters.values['kepala'] ? true : undefined };
  const list = useKeyset<FamilyRow>('families', ['families', 'list'], '/families', query);
  const empty = list.isError ? <Broken error={list.error} retry={() => void list.refetch()} />
    : <NoMatch title={asked ? `Tidak ada keluarga untuk “${asked}”` : 'Tidak ada keluarga'} acts={(asked || Object.keys(filters.values).length > 0) && <Button onClick={() => { setSearch(''); filters.clear(); }}>Hapus saringan</Button>}>Cari dengan nama anggota atau nomor KK.</NoMatch>;

  return (
    <div className="page-full">
      <PageHead title="Keluarga" sub="Satu baris satu kartu keluarga" acts={may('family.export') && <ExportButton path="/families/export.csv" query={query} name="keluarga" />} />
      <FilterBar search={search} onSearch={setSearch} searchLabel="Cari nama atau nomor KK" filters={filters} specs={specs} />
      <ListTable<FamilyRow> label="Daftar keluarga" columns={COLUMNS} rows={list.isError ? [] : list.rows} loading={list.isPending} activeId={active} onActive={setActive} linkOf={(row) => `/keluarga/${row.id}`} empty={empty}
        compact={(row) => ({ title: row.headName ?? 'Belum ada kepala', note: place(row), aside: `${row.members} orang`, asideNote: row.numberMasked })} />
      <ListFoot pageNumber={list.pageNumber} shown={list.rows.length} goBack={list.goBack} goNext={list.goNext} hints={[[['J', 'K'], 'pindah'], [['Enter'], 'buka']]} />
    </div>
  );
}
