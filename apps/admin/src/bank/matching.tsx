import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { CircleCheck, Upload } from 'lucide-react';
import { useMemo, useState, type MouseEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { BankAccount, StatementLine } from '../api/contract.js';
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
import { briefDate, longDate } from '../parts/words.js';
import { useMay } from '../session/session.js';
import { usePhone } from '../theme/color-scheme.js';
import { accountName, accountsOf } from './bank-data.js';
import { LINE_VERDICTS, LineChip } from './bank-words.js';
import { AGE_WORDS } from './standing.js';
import { LinePanel } from './line-panel.js';
import { plainAmount, rupiahWords } from './rupiah-words.js';
import { StandingBanner } from './standing-banner.js';
import { SuspenseAges } from './suspense-ages.js';
import './bank.css';

/** A plain click is the row's, which shows the line in the panel. */
function leaveToRow(event: MouseEvent): void {
  if (event.detail > 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) event.preventDefault();
}

const COLUMNS: readonly ListColumn<StatementLine>[] = [
  { key: 'day', title: 'Tanggal', className: 'cell-quiet nowrap', render: (_, row) => briefDate(row.bookedOn) },
  { key: 'remark', title: 'Keterangan di rekening koran', render: (_, row) => <Link className="line-remark" to={`/pbb/bank/mutasi/${row.id}`} onClick={leaveToRow}>{row.remark || '(tanpa keterangan)'}</Link> },
  { key: 'amount', title: 'Masuk (Rp)', align: 'right', className: 'nowrap', render: (_, row) => <b>{row.exactAmount < 0 && '-'}{plainAmount(Math.abs(row.exactAmount))}</b> },
  { key: 'verdict', title: 'Hasil', className: 'nowrap', render: (_, row) => <LineChip verdict={row.verdict} /> },
];

const STATES = [{ value: 'open', label: 'perlu dicocokkan' }, { value: 'claimed', label: 'sudah cocok' }, { value: 'reversed', label: 'dibatalkan bank' }];
const WAITING = { keadaan: 'open' };

type Hints = readonly (readonly [keys: string[], label: string])[];
const LOOKING: Hints = [[['J', 'K'], 'baris'], [['Spasi'], 'panel']];
const ACTING: Hints = [[['X'], 'centang'], [['1', '2'], 'calon'], [['C'], 'cocokkan']];

const specsOf = (accounts: readonly BankAccount[]): FilterSpec[] => [
  { param: 'keadaan', label: 'Keadaan', options: STATES },
  { param: 'hasil', label: 'Hasil', options: LINE_VERDICTS },
  { param: 'umur', label: 'Umur', options: Object.entries(AGE_WORDS).map(([value, label]) => ({ value, label })) },
  ...(accounts.length > 1 ? [{ param: 'rekening', label: 'Rekening', options: accounts.map((account) => ({ value: account.id, label: accountName(account) })) }] : []),
];

/** The workbench: left what the bank booked, right what the chosen line may be. */
export function Matching() {
  const may = useMay();
  const phone = usePhone();
  const accounts = useQuery(accountsOf).data;
  const specs = useMemo(() => specsOf(accounts ?? []), [accounts]);
  const filters = useFilters(specs, WAITING);
  const [params, setParams] = useSearchParams();
  const [activeId, statement, reference] = [params.get('mutasi'), params.get('koran'), params.get('kode')];
  const [search, setSearch] = useListSearch('statement-lines');
  const asked = useSettled(search, 250).trim();
  // Lines ticked to be matched together with the one in the panel; they stay ticked over pages and filters.
  const [ticked, setTicked] = useState<readonly StatementLine[]>([]);
  const query = { state: filters.values['keadaan'], verdict: filters.values['hasil'], age: filters.values['umur'], account: filters.values['rekening'], statement, search: reference ?? asked };
  const list = useKeyset<StatementLine>('statement-lines', ['bank', 'lines'], '/statement-lines', query);

  const setActive = (id: string | null) => setParams((before) => {
    const next = new URLSearchParams(before);
    if (id) next.set('mutasi', id);
    else next.delete('mutasi');
    return next;
  }, { replace: true });
  const widen = () => setParams((before) => new URLSearchParams([...before].filter(([param]) => param !== 'koran' && param !== 'kode')), { replace: true });
  const tick = (keys: readonly string[]) => setTicked((before) => keys.flatMap((key) => [...before, ...list.rows].find(({ id, state }) => id === key && state === 'open') ?? []));
  const clear = () => { setSearch(''); setParams({ keadaan: 'semua' }, { replace: true }); };
  const onlyWaiting = filters.values['keadaan'] === 'open' && Object.keys(filters.values).length === 1;
  const empty = list.isError ? <Broken error={list.error} retry={() => void list.refetch()} />
    : asked !== '' || statement || reference || !onlyWaiting ? <NoMatch title={asked ? `Tidak ada mutasi untuk “${asked}”` : 'Tidak ada mutasi yang cocok'} acts={<Button onClick={clear}>Hapus saringan</Button>}>Cari dengan kode setoran, jumlah, atau kata di keterangan.</NoMatch>
      : <Notice icon={CircleCheck} tone="done" title="Tidak ada mutasi yang menunggu">Yang sudah cocok terlihat dengan saringan Keadaan.</Notice>;
  const known = accounts?.filter(({ knownTo }) => knownTo !== null).map((account) => `${accountName(account)} sampai ${longDate(account.knownTo)}`).join('; ');

  return (
    <div className="page-full bank-page">
      <PageHead title="Pencocokan bank" sub={known || (accounts ? 'Belum ada rekening koran yang dicatat' : ' ')} acts={<>
        <ExportButton path="/statement-lines/export.xlsx" query={query} name="mutasi-bank" />
        {may('bank.reconcile') && <LinkButton to="/pbb/bank/rekening-koran" icon={<Upload size={15} />}>Unggah rekening koran</LinkButton>}
      </>} />
      <StandingBanner />
      <div className="list-with-panel">
        <div className="list-column">
          <FilterBar search={search} onSearch={setSearch} searchLabel="Kode, jumlah, keterangan" filters={filters} specs={specs}
            tail={(statement || reference) && <span>{reference ? `Menyebut ${reference}` : 'Satu rekening koran'} saja. <button type="button" className="link-button" onClick={widen}>Tampilkan semua</button></span>} />
          <ListTable<StatementLine> label="Mutasi bank" columns={COLUMNS} rows={list.isError ? [] : list.rows} loading={list.isPending} activeId={activeId} onActive={setActive} panel linkOf={(row) => `/pbb/bank/mutasi/${row.id}`} empty={empty}
            {...(may('bank.reconcile') ? { selection: { keys: ticked.map(({ id }) => id), onChange: tick, nameOf: (row) => `mutasi ${rupiahWords(row.amount)}, ${briefDate(row.bookedOn)}`, allowed: (row) => row.state === 'open' } } : {})}
            compact={(row) => ({ title: row.remark || '(tanpa keterangan)', note: briefDate(row.bookedOn), aside: <b>{rupiahWords(row.exactAmount)}</b>, asideNote: <LineChip verdict={row.verdict} /> })} />
          {list.rows.length > 0 && <ListFoot pageNumber={list.pageNumber} shown={list.rows.length} goBack={list.goBack} goNext={list.goNext} hints={may('bank.reconcile') ? [...LOOKING, ...ACTING] : LOOKING} />}
        </div>
        {!phone && (
          <aside className="panel bank-panel" aria-label="Mutasi yang dipilih" tabIndex={0}>
            {activeId ? <LinePanel key={activeId} id={activeId} ticked={ticked} onTick={setTicked} onClose={() => setActive(null)} /> : <SuspenseAges />}
          </aside>
        )}
      </div>
    </div>
  );
}
