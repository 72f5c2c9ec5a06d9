import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { CircleCheck, Clock, MessageSquareWarning } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../api/client.js';
import type { Dispute, District, Page } from '../api/contract.js';
import { Chip } from '../parts/chip.js';
import { ExportButton } from '../parts/list/export-button.js';
import { FilterBar } from '../parts/list/filter-bar.js';
import { ListFoot } from '../parts/list/list-foot.js';
import { ListTable, type ListColumn } from '../parts/list/list-table.js';
import { useFilters, type FilterSpec } from '../parts/list/use-filters.js';
import { useKeyset, useListSearch } from '../parts/list/use-keyset.js';
import { PageHead } from '../parts/page-head.js';
import { useSettled } from '../parts/settled.js';
import { Broken, NoMatch, Notice } from '../parts/states.js';
import { briefDate, count, whenFull } from '../parts/words.js';
import { useMay } from '../session/session.js';
import './tax.css';

const STATES = [{ value: 'open', label: 'belum dijawab' }, { value: 'answered', label: 'sudah dijawab' }];
const DEFAULTS = { keadaan: 'open' };

const COLUMNS: readonly ListColumn<Dispute>[] = [
  { key: 'number', title: 'Nomor laporan', className: 'nowrap', render: (_, row) => <Link to={`/pbb/laporan/${row.id}`} className="nop">{row.caseNumber}</Link> },
  { key: 'sent', title: 'Masuk', className: 'cell-quiet nowrap', render: (_, row) => whenFull(row.sentAt) },
  { key: 'village', title: 'Desa', render: (_, row) => <><span className="cell-name">{row.villageName}</span><span className="quiet"> {row.districtName}</span></> },
  { key: 'year', title: 'Tahun pajak', dataIndex: 'taxYear' },
  { key: 'amount', title: 'Dibayar (Rp)', align: 'right', className: 'nowrap', render: (_, row) => count(row.amount) },
  { key: 'to', title: 'Kepada', render: (_, row) => row.paidTo },
  { key: 'on', title: 'Pada', className: 'cell-quiet nowrap', render: (_, row) => briefDate(row.paidOn) },
  { key: 'state', title: 'Keadaan', className: 'nowrap', render: (_, row) => <DisputeChip status={row.status} /> },
];

export function DisputeChip({ status }: { status: Dispute['status'] }) {
  return status === 'open' ? <Chip tone="wait" icon={Clock}>belum dijawab</Chip> : <Chip tone="done" icon={CircleCheck}>sudah dijawab</Chip>;
}

/** What villagers say they paid and do not find; it comes past the village, which never sees it. */
export function DisputeList() {
  const all = useMay()('dispute.answer');
  const districts = useQuery({ queryKey: ['districts'], queryFn: () => api.get<Pick<Page<District>, 'items'>>('/districts'), enabled: all, staleTime: 600_000 });
  const specs = useMemo<FilterSpec[]>(() => [
    { param: 'keadaan', label: 'Keadaan', options: STATES },
    ...(all ? [{ param: 'kecamatan', label: 'Kecamatan', options: (districts.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name })) }] : []),
  ], [all, districts.data]);
  const filters = useFilters(specs, DEFAULTS);
  const [search, setSearch] = useListSearch('disputes');
  const asked = useSettled(search, 250).trim();
  const [active, setActive] = useState<string | null>(null);
  // A number is one report, whatever its state.
  const query = asked ? { number: asked } : { status: filters.values['keadaan'], district: filters.values['kecamatan'] };
  const list = useKeyset<Dispute>('disputes', ['disputes', 'list'], '/payment-disputes', query);
  const filtered = asked !== '' || filters.values['keadaan'] !== 'open' || filters.values['kecamatan'] !== undefined;
  const empty = list.isError ? <Broken error={list.error} retry={() => void list.refetch()} />
    : asked ? <NoMatch title={`Tidak ada laporan bernomor “${asked}”`} acts={<Button onClick={() => setSearch('')}>Hapus pencarian</Button>}>Tulis nomornya utuh, delapan huruf dan angka, misalnya 7K2M-9ZPX.</NoMatch>
      : filtered ? <NoMatch title="Tidak ada laporan yang cocok" acts={<Button onClick={() => filters.clear()}>Hapus saringan</Button>}>Hapus saringan untuk melihat semuanya.</NoMatch>
        : <Notice icon={MessageSquareWarning} tone="none" title="Tidak ada laporan yang menunggu jawaban">Warga mengirimnya dari halaman tagihan PBB bila sudah membayar tetapi belum tercatat.</Notice>;

  return (
    <div className="page-full">
      <PageHead title="Laporan pembayaran" sub="Dari warga yang sudah membayar tetapi belum tercatat. Desa tidak melihatnya; setiap laporan yang dibuka dicatat." acts={<ExportButton path="/payment-disputes/export.xlsx" query={query} name="laporan-pembayaran" />} />
      <FilterBar search={search} onSearch={setSearch} searchLabel="Cari nomor laporan" filters={filters} specs={specs} />
      <ListTable<Dispute> label="Laporan pembayaran" columns={COLUMNS} rows={list.isError ? [] : list.rows} loading={list.isPending} activeId={active} onActive={setActive} linkOf={(row) => `/pbb/laporan/${row.id}`} empty={empty} keyLabel="Buka laporan"
        compact={(row) => ({ title: row.villageName, note: <><span className="nop">{row.caseNumber}</span>, kepada {row.paidTo}</>, aside: <span className="money-aside">Rp{count(row.amount)}</span>, asideNote: <DisputeChip status={row.status} /> })} />
      {list.rows.length > 0 && <ListFoot pageNumber={list.pageNumber} shown={list.rows.length} goBack={list.goBack} goNext={list.goNext} hints={[[['J', 'K'], 'pindah'], [['Enter'], 'buka']]} />}
    </div>
  );
}
