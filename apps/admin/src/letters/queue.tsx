import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { LetterCounts, LetterRow, LetterStatus } from '../api/contract.js';
import { LinkButton } from '../parts/link-button.js';
import { Key } from '../parts/kbd.js';
import { useShortcuts } from '../parts/keys.js';
import { ExportButton } from '../parts/list/export-button.js';
import { FilterBar } from '../parts/list/filter-bar.js';
import { ListFoot } from '../parts/list/list-foot.js';
import { ListTable, type ListColumn } from '../parts/list/list-table.js';
import { useFilters } from '../parts/list/use-filters.js';
import { useKeyset, useListSearch } from '../parts/list/use-keyset.js';
import { PageHead } from '../parts/page-head.js';
import { useSettled } from '../parts/settled.js';
import { AllDone, Broken, NoMatch } from '../parts/states.js';
import { clock, whenBrief } from '../parts/words.js';
import { useMay, useMe } from '../session/session.js';
import { letterCounts } from '../shell/waiting.js';
import { DueChip, letterChip } from './letter-chip.js';
import { letterTypes } from './letter-data.js';
import { useNewLetterSoon } from './new-letter-soon.js';
import './letters.css';

interface Tab { value: LetterStatus | 'all'; label: string }

const DESK_TABS: readonly Tab[] = [
  { value: 'requested', label: 'Diperiksa' }, { value: 'returned', label: 'Dikembalikan' }, { value: 'verified', label: 'Persetujuan' }, { value: 'failed', label: 'Gagal dicetak' },
];

/** Who only asks for letters follows all of his own. */
const OWN_TABS: readonly Tab[] = [
  { value: 'all', label: 'Semua' }, { value: 'returned', label: 'Dikembalikan' }, { value: 'requested', label: 'Diperiksa' }, { value: 'verified', label: 'Persetujuan' }, { value: 'issued', label: 'Terbit' },
];

const COLUMNS: readonly ListColumn<LetterRow>[] = [
  { key: 'applicant', title: 'Pemohon', render: (_, row) => <Link className="cell-name" to={`/surat/${row.id}`}>{row.applicantName}</Link> },
  { key: 'type', title: 'Surat', render: (_, row) => row.typeTitle.replace(/^Surat /, '') },
  { key: 'status', title: 'Keadaan', render: (_, row) => letterChip(row) },
  { key: 'by', title: 'Diajukan', className: 'cell-quiet nowrap', render: (_, row) => row.requestedBy },
  { key: 'at', title: 'Masuk', align: 'right', className: 'cell-quiet nowrap', render: (_, row) => whenBrief(row.requestedAt) },
  { key: 'due', title: 'Batas layanan', render: (_, row) => <DueChip dueAt={row.dueAt} /> },
];

/** How many stand behind a tab; nothing while it is not known. */
function tabCount(counts: LetterCounts | undefined, tab: Tab['value']): number | '' {
  if (!counts) return '';
  return tab === 'all' ? Object.values(counts).reduce((sum, count) => sum + count, 0) : counts[tab] ?? 0;
}

/** Letters on their way, oldest first; the tab is the state. */
export function Queue() {
  const me = useMe();
  const may = useMay();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const own = !may('letter.read');
  const all = own ? OWN_TABS : DESK_TABS;
  const first: Tab['value'] = own ? 'all' : may('letter.verify') ? 'requested' : 'verified';
  const status = all.find((tab) => tab.value === params.get('keadaan'))?.value ?? first;
  const [active, setActive] = useState<string | null>(null);
  const counts = useQuery(letterCounts);
  const types = useQuery(letterTypes);
  const specs = useMemo(() => [{ param: 'jenis', label: 'Jenis', options: (types.data?.items ?? []).map((type) => ({ value: type.code, label: type.title })) }], [types.data]);
  const filters = useFilters(specs);
  const [search, setSearch] = useListSearch('queue');
  const asked = useSettled(search, 250);
  const query = { search: asked.trim(), status: status === 'all' ? null : status, type: filters.values['jenis'] };
  const list = useKeyset<LetterRow>(`letters-${status}`, ['letters', 'list'], '/letters', query, { refetchInterval: 30_000 });
  useNewLetterSoon(may('letter.request'));
  useShortcuts('Surat', may('letter.request') ? [{ key: 's', shown: 'S', label: 'Buat surat', run: () => void navigate('/surat/baru') }] : []);

  const changeTab = (value: Tab['value']) => setParams((before) => {
    const next = new URLSearchParams(before);
    if (value === first) next.delete('keadaan');
    else next.set('keadaan', value);
    return next;
  }, { replace: true });
  const tabs = all.filter((tab) => tab.value !== 'failed' || (counts.data?.failed ?? 0) > 0 || status === 'failed');
  const newLetter = may('letter.request') && <LinkButton to="/surat/baru" type="primary" icon={<Plus size={16} />} aria-keyshortcuts="S">Buat surat<Key>S</Key></LinkButton>;
  const empty = list.isError ? <Broken error={list.error} retry={() => void list.refetch()} /> : asked || filters.values['jenis'] ? (
    <NoMatch title={asked ? `Tidak ada surat untuk “${asked}”` : 'Tidak ada surat yang cocok'} acts={<Button onClick={() => { setSearch(''); filters.clear(); }}>Hapus saringan</Button>}>Cari dengan nama pemohon.</NoMatch>
  ) : (
    <AllDone title={own ? (status === 'all' ? 'Anda belum mengajukan surat' : 'Tidak ada surat di sini') : status === 'requested' ? 'Semua permohonan sudah diperiksa' : status === 'verified' ? `Tidak ada surat yang menunggu ${me.unit.words.head}` : 'Tidak ada surat di sini'}>
      {own ? 'Surat yang Anda ajukan untuk warga tampil di sini sampai terbit.' : 'Permohonan baru muncul di sini tanpa memuat ulang.'}{list.dataUpdatedAt > 0 && ` Terakhir diperiksa pukul ${clock(new Date(list.dataUpdatedAt))} WIB.`}
    </AllDone>
  );
  return (
    <div className="page-full">
      <PageHead title={own ? 'Surat yang Anda ajukan' : 'Antrean surat'} sub={own ? 'Untuk warga di wilayah Anda' : 'Yang paling lama menunggu di atas'} acts={<>{!own && <ExportButton path="/letters/export.csv" query={query} name="antrean-surat" />}{newLetter}</>} />
      <div className="queue-tabs">
        <Segmented value={status} onChange={(value) => { setActive(null); changeTab(value); }} options={tabs.map((tab) => ({ value: tab.value, label: `${tab.label} ${tabCount(counts.data, tab.value)}`.trim() }))} />
      </div>
      <FilterBar search={search} onSearch={setSearch} searchLabel="Cari pemohon" filters={filters} specs={specs} />
      <ListTable<LetterRow> label="Antrean surat" columns={COLUMNS} rows={list.isError ? [] : list.rows} loading={list.isPending} activeId={active} onActive={setActive} linkOf={(row) => `/surat/${row.id}`} empty={empty} keyLabel="Buka surat"
        compact={(row) => ({ title: row.applicantName, note: row.typeTitle.replace(/^Surat /, ''), aside: <DueChip dueAt={row.dueAt} />, asideNote: row.requestedBy })} />
      {list.rows.length > 0 && <ListFoot pageNumber={list.pageNumber} shown={list.rows.length} goBack={list.goBack} goNext={list.goNext} hints={[[['J', 'K'], 'pindah baris'], [['Enter'], may('letter.verify') ? 'periksa' : 'buka'], [['?'], 'semua pintasan']]} />}
    </div>
  );
}
