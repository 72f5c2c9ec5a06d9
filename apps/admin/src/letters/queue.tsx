import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { LetterRow, LetterStatus } from '../api/contract.js';
import { LinkButton } from '../parts/link-button.js';
import { Key } from '../parts/kbd.js';
import { useShortcuts } from '../parts/keys.js';
import { ListFoot } from '../parts/list/list-foot.js';
import { ListTable, type ListColumn } from '../parts/list/list-table.js';
import { useKeyset } from '../parts/list/use-keyset.js';
import { PageHead } from '../parts/page-head.js';
import { AllDone, Broken } from '../parts/states.js';
import { clock, whenBrief } from '../parts/words.js';
import { useMay, useMe } from '../session/session.js';
import { letterCounts } from '../shell/waiting.js';
import { DueChip, letterChip } from './letter-chip.js';
import './letters.css';

const TABS: readonly { value: LetterStatus; label: string }[] = [
  { value: 'requested', label: 'Diperiksa' }, { value: 'returned', label: 'Dikembalikan' }, { value: 'verified', label: 'Menunggu persetujuan' }, { value: 'failed', label: 'Gagal dicetak' },
];

const COLUMNS: readonly ListColumn<LetterRow>[] = [
  { key: 'applicant', title: 'Pemohon', render: (_, row) => <Link className="cell-name" to={`/surat/${row.id}`}>{row.applicantName}</Link> },
  { key: 'type', title: 'Surat', render: (_, row) => row.typeTitle.replace(/^Surat /, '') },
  { key: 'status', title: 'Keadaan', render: (_, row) => letterChip(row) },
  { key: 'by', title: 'Diajukan', className: 'cell-quiet nowrap', render: (_, row) => row.requestedBy },
  { key: 'at', title: 'Masuk', align: 'right', className: 'cell-quiet nowrap', render: (_, row) => whenBrief(row.requestedAt) },
  { key: 'due', title: 'Batas layanan', render: (_, row) => <DueChip dueAt={row.dueAt} /> },
];

/** Letters on their way, oldest first; the tab is the state. */
export function Queue() {
  const me = useMe();
  const may = useMay();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const first: LetterStatus = may('letter.verify') ? 'requested' : 'verified';
  const status = TABS.find((tab) => tab.value === params.get('keadaan'))?.value ?? first;
  const [active, setActive] = useState<string | null>(null);
  const counts = useQuery(letterCounts);
  const list = useKeyset<LetterRow>(`letters-${status}`, ['letters', 'list'], '/letters', { status }, { refetchInterval: 30_000 });
  useShortcuts('Surat', may('letter.request') ? [{ key: 's', shown: 'S', label: 'Buat surat', run: () => void navigate('/surat/baru') }] : []);

  const tabs = TABS.filter((tab) => tab.value !== 'failed' || (counts.data?.failed ?? 0) > 0 || status === 'failed');
  const newLetter = may('letter.request') && <LinkButton to="/surat/baru" type="primary" icon={<Plus size={16} />} aria-keyshortcuts="S">Buat surat<Key>S</Key></LinkButton>;
  const empty = list.isError ? <Broken error={list.error} retry={() => void list.refetch()} /> : (
    <AllDone title={status === 'requested' ? 'Semua permohonan sudah diperiksa' : status === 'verified' ? `Tidak ada surat yang menunggu ${me.unit.words.head}` : 'Tidak ada surat di sini'}>
      Permohonan baru muncul di sini tanpa memuat ulang.{list.dataUpdatedAt > 0 && ` Terakhir diperiksa pukul ${clock(new Date(list.dataUpdatedAt))} WIB.`}
    </AllDone>
  );
  return (
    <div className="page-full">
      <PageHead title="Antrean surat" sub="Yang paling lama menunggu di atas" acts={newLetter} />
      <div className="queue-tabs">
        <Segmented value={status} onChange={(value) => { setActive(null); setParams(value === first ? {} : { keadaan: value }, { replace: true }); }} options={tabs.map((tab) => ({ value: tab.value, label: `${tab.label} ${counts.data?.[tab.value] ?? ''}`.trim() }))} />
      </div>
      <ListTable<LetterRow> label="Antrean surat" columns={COLUMNS} rows={list.isError ? [] : list.rows} loading={list.isPending} activeId={active} onActive={setActive} linkOf={(row) => `/surat/${row.id}`} empty={empty} keyLabel="Buka surat"
        compact={(row) => ({ title: row.applicantName, note: row.typeTitle.replace(/^Surat /, ''), aside: <DueChip dueAt={row.dueAt} />, asideNote: row.requestedBy })} />
      {list.rows.length > 0 && <ListFoot pageNumber={list.pageNumber} shown={list.rows.length} goBack={list.goBack} goNext={list.goNext} hints={[[['J', 'K'], 'pindah baris'], [['Enter'], 'periksa'], [['?'], 'semua pintasan']]} />}
    </div>
  );
}
