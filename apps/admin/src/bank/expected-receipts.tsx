import { Button } from 'antd';
import { Landmark } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ExpectedReceipt } from '../api/contract.js';
import { ExportButton } from '../parts/list/export-button.js';
import { FilterChips } from '../parts/list/filter-chips.js';
import { ListFoot } from '../parts/list/list-foot.js';
import { ListTable, type ListColumn } from '../parts/list/list-table.js';
import { useFilters, type FilterSpec } from '../parts/list/use-filters.js';
import { useKeyset } from '../parts/list/use-keyset.js';
import { PageHead } from '../parts/page-head.js';
import { Broken, NoMatch, Notice } from '../parts/states.js';
import { briefDate, count } from '../parts/words.js';
import { useVillageOptions } from '../tax/village-options.js';
import { EXPECTED_VERDICTS, ExpectedChip } from './bank-words.js';
import { plainAmount } from './rupiah-words.js';
import './bank.css';

const COLUMNS: readonly ListColumn<ExpectedReceipt>[] = [
  { key: 'reference', title: 'Kode setoran', className: 'nowrap', render: (_, row) => <span className="cell-name">{row.reference}</span> },
  { key: 'village', title: 'Desa atau kelurahan', render: (_, row) => <>{row.villageName} <span className="quiet">{row.village}</span></> },
  { key: 'day', title: 'Disetor', className: 'cell-quiet nowrap', render: (_, row) => briefDate(row.depositedOn) },
  { key: 'amount', title: 'Jumlah (Rp)', align: 'right', className: 'nowrap', render: (_, row) => <b>{count(row.amount)}</b> },
  { key: 'difference', title: 'Selisih di bank (Rp)', align: 'right', className: 'nowrap', render: (_, row) => (row.difference === null ? <span className="quiet">–</span> : plainAmount(row.difference)) },
  { key: 'age', title: 'Umur', align: 'right', className: 'cell-quiet nowrap', render: (_, row) => (row.state === 'open' ? `${count(row.ageDays)} hari` : '–') },
  { key: 'verdict', title: 'Hasil', className: 'nowrap', render: (_, row) => <ExpectedChip {...row} /> },
];

const WAITING = { keadaan: 'open' };

/** Deposits the villages have confirmed, oldest first, and whether the bank shows them. */
export function ExpectedReceipts() {
  const villages = useVillageOptions();
  const specs = useMemo<FilterSpec[]>(() => [
    { param: 'keadaan', label: 'Keadaan', options: [{ value: 'open', label: 'menunggu' }, { value: 'claimed', label: 'sudah cocok' }] },
    { param: 'hasil', label: 'Hasil', options: EXPECTED_VERDICTS },
    { param: 'desa', label: 'Desa', options: villages },
  ], [villages]);
  const filters = useFilters(specs, WAITING);
  const [active, setActive] = useState<string | null>(null);
  const query = { state: filters.values['keadaan'], verdict: filters.values['hasil'], village: filters.values['desa'] };
  const list = useKeyset<ExpectedReceipt>('expected-receipts', ['bank', 'expected', 'list'], '/expected-receipts', query);
  const onlyWaiting = filters.values['keadaan'] === 'open' && Object.keys(filters.values).length === 1;
  const empty = list.isError ? <Broken error={list.error} retry={() => void list.refetch()} />
    : onlyWaiting ? <Notice icon={Landmark} tone="done" title="Semua setoran sudah ada di bank">Setoran muncul di sini begitu desa mengonfirmasinya.</Notice>
      : <NoMatch title="Tidak ada setoran yang cocok" acts={<Button onClick={filters.clear}>Hapus saringan</Button>}>Pilih keadaan, hasil, atau desa yang lain.</NoMatch>;
  return (
    <div className="page-full">
      <PageHead title="Setoran diharapkan" sub="Setoran yang dikonfirmasi desa dan harus ada di rekening koran, terlama lebih dahulu" acts={<ExportButton path="/expected-receipts/export.xlsx" query={query} name="setoran-diharapkan" />} />
      <div className="filter-bar" role="group" aria-label="Saring daftar"><FilterChips filters={filters} specs={specs} /></div>
      <ListTable<ExpectedReceipt> label="Setoran diharapkan" columns={COLUMNS} rows={list.isError ? [] : list.rows} loading={list.isPending} activeId={active} onActive={setActive} linkOf={linkOf} empty={empty} keyLabel="Cari mutasinya"
        compact={(row) => ({ title: row.reference, note: `${row.villageName}, ${briefDate(row.depositedOn)}`, aside: <b>Rp{count(row.amount)}</b>, asideNote: <ExpectedChip {...row} /> })} />
      {list.rows.length > 0 && <ListFoot pageNumber={list.pageNumber} shown={list.rows.length} goBack={list.goBack} goNext={list.goNext} hints={[[['J', 'K'], 'baris'], [['Enter'], 'cari mutasinya']]} />}
    </div>
  );
}

/** The lines that name it. */
const linkOf = ({ reference }: ExpectedReceipt): string => `/pbb/bank?keadaan=semua&kode=${reference}`;
