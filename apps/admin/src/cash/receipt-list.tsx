import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Receipt } from 'lucide-react';
import { useMemo, useState } from 'react';
import { plainDateInJakarta } from '#values';
import type { Payment } from '../api/contract.js';
import { ExportButton } from '../parts/list/export-button.js';
import { FilterBar } from '../parts/list/filter-bar.js';
import { ListFoot } from '../parts/list/list-foot.js';
import { ListTable } from '../parts/list/list-table.js';
import { useFilters, type FilterSpec } from '../parts/list/use-filters.js';
import { useKeyset, useListSearch } from '../parts/list/use-keyset.js';
import { LinkButton } from '../parts/link-button.js';
import { PageHead } from '../parts/page-head.js';
import { useSettled } from '../parts/settled.js';
import { Broken, NoMatch, Notice } from '../parts/states.js';
import { briefDate } from '../parts/words.js';
import { useMay } from '../session/session.js';
import { collectorsOf, useOwnCollector } from './cash-data.js';
import { PAYMENT_OPTIONS } from './cash-words.js';
import { paymentCompact, paymentColumns } from './payment-columns.js';
import '../tax/tax.css';
import './cash.css';

const SHOWN_DAYS = 14;
const DAY_MS = 86_400_000;

/** Every receipt of the village, newest first; a collector begins with his own. */
export function ReceiptList() {
  const may = useMay();
  const { collector } = useOwnCollector();
  const collectors = useQuery(collectorsOf).data?.items;
  const days = useMemo(() => Array.from({ length: SHOWN_DAYS }, (_, back) => plainDateInJakarta(new Date(Date.now() - back * DAY_MS))).map((value, back) => ({ value, label: back === 0 ? 'hari ini' : back === 1 ? 'kemarin' : briefDate(value) })), []);
  const specs = useMemo<FilterSpec[]>(() => [
    { param: 'petugas', label: 'Petugas', options: (collectors ?? []).map(({ id, name, bookCode }) => ({ value: id, label: `${name}, buku ${bookCode}` })) },
    { param: 'keadaan', label: 'Keadaan', options: PAYMENT_OPTIONS },
    { param: 'hari', label: 'Hari', options: days },
  ], [collectors, days]);
  const defaults = useMemo((): Record<string, string> => (collector && may('payment.receive') ? { petugas: collector.id } : {}), [collector, may]);
  const filters = useFilters(specs, defaults);
  const { petugas, keadaan, hari } = filters.values;
  const [search, setSearch] = useListSearch('payments');
  const asked = useSettled(search, 250).trim();
  const [active, setActive] = useState<string | null>(null);
  const query = { search: asked || undefined, collector: petugas, status: keadaan, day: hari };
  const list = useKeyset<Payment>('payments', ['payments', 'list'], '/payments', query, { enabled: collectors !== undefined });
  const empty = list.isError ? <Broken error={list.error} retry={() => void list.refetch()} />
    : asked !== '' || Object.keys(filters.values).length > 0 ? <NoMatch title={asked ? `Tidak ada kuitansi untuk “${asked}”` : 'Tidak ada kuitansi yang cocok'} acts={<Button onClick={() => { setSearch(''); filters.clear(); }}>Hapus saringan</Button>}>Cari dengan nomor kuitansi atau nama pembayar; pilih petugas, keadaan, atau hari yang lain.</NoMatch>
      : <Notice icon={Receipt} tone="none" title="Belum ada kuitansi" acts={may('payment.receive') && <LinkButton to="/pbb/terima" type="primary">Terima pembayaran</LinkButton>}>Kuitansi muncul di sini begitu petugas menerima uang.</Notice>;

  return (
    <div className="page-full">
      <PageHead title="Kuitansi PBB" sub="Uang yang diterima petugas, terbaru lebih dahulu" acts={<><ExportButton path="/payments/export.xlsx" query={query} name="kuitansi-pbb" />{may('payment.receive') && <LinkButton to="/pbb/terima" type="primary">Terima pembayaran</LinkButton>}</>} />
      <FilterBar search={search} onSearch={setSearch} searchLabel="Cari nomor atau nama" filters={filters} specs={specs} />
      <ListTable<Payment> label="Daftar kuitansi" columns={paymentColumns} rows={list.isError ? [] : list.rows} loading={list.isPending} activeId={active} onActive={setActive} linkOf={(row) => `/pbb/kuitansi/${row.id}`} empty={empty} keyLabel="Buka kuitansi" compact={paymentCompact} />
      {list.rows.length > 0 && <ListFoot pageNumber={list.pageNumber} shown={list.rows.length} goBack={list.goBack} goNext={list.goNext} hints={[[['J', 'K'], 'pindah'], [['Enter'], 'buka']]} />}
    </div>
  );
}
