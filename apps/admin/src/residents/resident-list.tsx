import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Upload } from 'lucide-react';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api } from '../api/client.js';
import type { ResidentRow } from '../api/contract.js';
import { LinkButton } from '../parts/link-button.js';
import { ExportButton } from '../parts/list/export-button.js';
import { FilterBar } from '../parts/list/filter-bar.js';
import { ListFoot } from '../parts/list/list-foot.js';
import { ColumnPicker, ListTable, type ListColumn } from '../parts/list/list-table.js';
import { useHiddenColumns } from '../parts/list/use-columns.js';
import { useFilters } from '../parts/list/use-filters.js';
import { useKeyset, useListSearch } from '../parts/list/use-keyset.js';
import { PageHead } from '../parts/page-head.js';
import { useSettled } from '../parts/settled.js';
import { Broken, NoMatch, Notice } from '../parts/states.js';
import { count, place, rtRw, titleCase } from '../parts/words.js';
import { useMay, useMe } from '../session/session.js';
import { usePhone } from '../theme/color-scheme.js';
import { useAreaOptions } from './resident-data.js';
import { ResidentPanel } from './resident-panel.js';
import { residentFilters, residentQuery, STATUS_WORDS, TemporaryFlag } from './resident-words.js';
import './residents.css';

const LIVING = { status: 'alive' };

const COLUMNS: readonly ListColumn<ResidentRow>[] = [
  { key: 'name', title: 'Nama', render: (_, row) => <><Link className="cell-name" to={`/penduduk/${row.id}`}>{row.name}</Link>{row.temporaryNik && <TemporaryFlag />}</> },
  { key: 'nik', title: 'NIK', className: 'cell-quiet nowrap', dataIndex: 'nikMasked' },
  { key: 'sex', title: 'L/P', dataIndex: 'sex' },
  { key: 'age', title: 'Umur', align: 'right', dataIndex: 'age', optional: true },
  { key: 'hamlet', title: 'Dusun', optional: true, render: (_, row) => titleCase(row.hamlet) || '–' },
  { key: 'rtrw', title: 'RT/RW', optional: true, className: 'nowrap', render: (_, row) => rtRw(row) },
  { key: 'position', title: 'Hubungan', optional: true, className: 'cell-quiet nowrap', render: (_, row) => row.familyPosition },
  { key: 'status', title: 'Status', optional: true, className: 'cell-quiet', render: (_, row) => STATUS_WORDS[row.status] },
];

export function ResidentList() {
  const me = useMe();
  const may = useMay();
  const phone = usePhone();
  const areaOptions = useAreaOptions();
  const specs = useMemo(() => residentFilters(areaOptions), [areaOptions]);
  const filters = useFilters(specs, LIVING);
  const [params, setParams] = useSearchParams();
  const activeId = params.get('orang');
  const [search, setSearch] = useListSearch('residents');
  const asked = useSettled(search, 250);
  const [hidden, toggle] = useHiddenColumns('residents');
  const query = residentQuery(filters.values, asked);
  const list = useKeyset<ResidentRow>('residents', ['residents', 'list'], '/residents', query);
  const matches = useQuery({ queryKey: ['residents', 'count', query], queryFn: ({ signal }) => api.get<{ count: number; capped: boolean }>('/residents/count', { query, signal }), placeholderData: keepPreviousData });
  const living = useQuery({ queryKey: ['residents', 'count', LIVING], queryFn: () => api.get<{ count: number; capped: boolean }>('/residents/count', { query: LIVING }), staleTime: 60_000 });

  const setActive = (id: string | null) => setParams((before) => {
    const next = new URLSearchParams(before);
    if (id) next.set('orang', id);
    else next.delete('orang');
    return next;
  }, { replace: true });
  // The panel takes the width of two columns; the status stands in it.
  const columns = COLUMNS.filter((column) => !(column.key === 'status' && (activeId || filters.values['status'])) && !(column.key === 'position' && activeId && window.innerWidth < 1300));
  const filtered = asked !== '' || Object.keys(filters.values).some((key) => key !== 'status');
  const empty = list.isError ? <Broken error={list.error} retry={() => void list.refetch()} />
    : filtered ? <NoMatch title={asked ? `Tidak ada penduduk untuk “${asked}”` : 'Tidak ada penduduk yang cocok'} acts={<Button onClick={() => { setSearch(''); filters.clear(); }}>Hapus saringan</Button>}>Periksa ejaan nama, atau pakai NIK atau nomor KK sedikitnya 6 angka.</NoMatch>
      : <Notice icon={Upload} tone="none" title="Belum ada data penduduk" acts={may('resident.import') && <LinkButton to="/penduduk/impor" type="primary">Impor data penduduk</LinkButton>}>Pindahkan data dari OpenSID atau lembar kerja yang ada, sekali unggah.</Notice>;
  const isEmpty = !list.isPending && (list.isError || list.rows.length === 0);

  return (
    <div className="page-full">
      <PageHead title="Penduduk" sub={living.data ? `${many(living.data)} jiwa hidup di ${me.unit.kind === 'kelurahan' ? 'Kelurahan' : 'Desa'} ${me.unit.name}` : ' '}
        acts={<>
          {may('resident.export') && <ExportButton path="/residents/export.csv" query={query} name="penduduk" />}
          <ColumnPicker columns={COLUMNS} hidden={hidden} toggle={toggle} />
          {may('resident.import') && <LinkButton className="desk-only" to="/penduduk/impor" icon={<Upload size={15} />}>Impor data</LinkButton>}
        </>} />
      <FilterBar search={search} onSearch={setSearch} searchLabel="Cari nama, NIK, atau nomor KK" filters={filters} specs={specs} tail={matches.data && `${many(matches.data)} orang cocok`} />
      <div className="list-with-panel">
        <div className="list-column">
          <ListTable<ResidentRow> label="Daftar penduduk" columns={columns} hidden={hidden} rows={list.isError ? [] : list.rows} loading={list.isPending} activeId={activeId} onActive={setActive} panel
            linkOf={(row) => `/penduduk/${row.id}`} empty={empty}
            compact={(row) => ({ title: <>{row.name}{row.temporaryNik && <TemporaryFlag />}</>, note: place(row), aside: `${row.sex}, ${row.age} th`, asideNote: row.nikMasked })} />
          {!isEmpty && <ListFoot pageNumber={list.pageNumber} shown={list.rows.length} goBack={list.goBack} goNext={list.goNext} hints={[[['J', 'K'], 'pindah'], [['Spasi'], 'panel'], [['Enter'], 'buka penuh']]} />}
        </div>
        {activeId && !phone && <ResidentPanel id={activeId} onClose={() => setActive(null)} />}
      </div>
    </div>
  );
}

function many({ count: number, capped }: { count: number; capped: boolean }): string {
  return capped ? `lebih dari ${count(number)}` : count(number);
}
