import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Payment } from '../api/contract.js';
import { ExportButton } from '../parts/list/export-button.js';
import { FilterChips } from '../parts/list/filter-chips.js';
import { ListFoot } from '../parts/list/list-foot.js';
import { ListTable } from '../parts/list/list-table.js';
import { useFilters, type FilterSpec } from '../parts/list/use-filters.js';
import { useKeyset } from '../parts/list/use-keyset.js';
import { PageHead } from '../parts/page-head.js';
import { AllDone, Bars, Broken, Notice } from '../parts/states.js';
import { dayAndDate, today } from '../parts/words.js';
import { LATE_HOURS, OVERDUE_HOURS } from './age.js';
import { collectorsOf } from './cash-data.js';
import { CashSum } from './cash-sum.js';
import { CollectorCash } from './collector-cash.js';
import { heldColumns, heldCompact } from './payment-columns.js';

const AGES: FilterSpec = { param: 'usia', label: 'Usia', options: [{ value: String(LATE_HOURS), label: 'lebih dari 24 jam' }, { value: String(OVERDUE_HOURS), label: 'lebih dari 7 hari' }] };
const DEFAULTS = { usia: String(LATE_HOURS) };

/** Who holds how much and since when, and the receipts that have waited too long. */
export function VillageCash() {
  const collectors = useQuery(collectorsOf);
  const all = useMemo(() => collectors.data?.items ?? [], [collectors.data]);
  const specs = useMemo<FilterSpec[]>(() => [AGES, { param: 'petugas', label: 'Petugas', options: all.map(({ id, name }) => ({ value: id, label: name })) }], [all]);
  const filters = useFilters(specs, DEFAULTS);
  const [active, setActive] = useState<string | null>(null);
  const { usia, petugas } = filters.values;
  // Cash on a deposit's list is the collector's until somebody has seen the bank's proof; a list that nobody confirms hides nothing.
  const query = { status: 'undeposited', olderThanHours: usia, collector: petugas };
  const list = useKeyset<Payment>('cash', ['payments', 'held'], '/payments', query);
  const holders = all.filter(({ cashInHand }) => cashInHand > 0);

  return (
    <div className="page">
      <PageHead title="Kas petugas" sub={dayAndDate(today())} />
      {collectors.isPending ? <Bars lines={6} /> : collectors.isError ? <Broken error={collectors.error} retry={() => void collectors.refetch()} /> : (
        <>
          <CashSum label="Uang PBB di tangan petugas" amount={holders.reduce((sum, { cashInHand }) => sum + cashInHand, 0)} receipts={holders.reduce((sum, { receiptsInHand }) => sum + receiptsInHand, 0)} oldestAt={holders.map(({ oldestAt }) => oldestAt).filter((at) => at !== null).toSorted()[0] ?? null} readAt={collectors.dataUpdatedAt} />
          <CollectorCash collectors={holders} />
        </>
      )}
      <section className="cash-section">
        <h2 className="section-title">Kuitansi yang belum disetor</h2>
        <div className="filter-bar" role="group" aria-label="Saring daftar"><FilterChips filters={filters} specs={specs} /><span className="filter-tail"><ExportButton path="/payments/export.xlsx" query={query} name="kas-petugas-pbb" /></span></div>
        <ListTable<Payment> label="Kuitansi yang belum disetor" columns={heldColumns} rows={list.isError ? [] : list.rows} loading={list.isPending} activeId={active} onActive={setActive} linkOf={(row) => `/pbb/kuitansi/${row.id}`} keyLabel="Buka kuitansi" compact={(row) => heldCompact(row, true)}
          empty={list.isError ? <Broken error={list.error} retry={() => void list.refetch()} />
            : usia ? <AllDone title={`Tidak ada uang yang tertahan ${usia === DEFAULTS.usia ? 'lebih dari 24 jam' : 'lebih dari 7 hari'}`}>Hapus saringan Usia untuk melihat yang lebih baru.</AllDone>
              : <Notice icon={Inbox} tone="done" title="Semua uang sudah disetor">Kuitansi muncul di sini begitu petugas menerima uang.</Notice>} />
        {list.rows.length > 0 && (list.goBack || list.goNext) && <ListFoot pageNumber={list.pageNumber} shown={list.rows.length} goBack={list.goBack} goNext={list.goNext} />}
      </section>
    </div>
  );
}
