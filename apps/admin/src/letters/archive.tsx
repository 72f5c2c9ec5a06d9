import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { LetterRow } from '../api/contract.js';
import { ExportButton } from '../parts/list/export-button.js';
import { FilterBar } from '../parts/list/filter-bar.js';
import { ListFoot } from '../parts/list/list-foot.js';
import { ListTable, type ListColumn } from '../parts/list/list-table.js';
import { useFilters } from '../parts/list/use-filters.js';
import { useKeyset, useListSearch } from '../parts/list/use-keyset.js';
import { PageHead } from '../parts/page-head.js';
import { useSettled } from '../parts/settled.js';
import { AllDone, Broken, NoMatch } from '../parts/states.js';
import { briefDate } from '../parts/words.js';
import { letterChip, STATUS_WORDS } from './letter-chip.js';
import { letterTypes } from './letter-data.js';
import { CLOSED } from './letter-place.js';
import './letters.css';

const ISSUED = { keadaan: 'issued' };

const COLUMNS: readonly ListColumn<LetterRow>[] = [
  { key: 'number', title: 'Nomor', className: 'nowrap', render: (_, row) => <Link className="cell-name" to={`/surat/${row.id}`}>{row.number ?? 'tanpa nomor'}</Link> },
  { key: 'type', title: 'Surat', render: (_, row) => row.typeTitle.replace(/^Surat /, '') },
  { key: 'applicant', title: 'Pemohon', render: (_, row) => row.applicantName },
  { key: 'on', title: 'Disetujui', align: 'right', className: 'cell-quiet nowrap', render: (_, row) => (row.approvedOn ? briefDate(row.approvedOn) : '–') },
  { key: 'status', title: 'Keadaan', render: (_, row) => <>{letterChip(row)}{row.beingReplaced && <span className="quiet"> sedang diganti</span>}</> },
];

/** Letters whose way has ended, by number, applicant or type. */
export function Archive() {
  const types = useQuery(letterTypes);
  const specs = useMemo(() => [
    { param: 'keadaan', label: 'Keadaan', options: CLOSED.map((value) => ({ value, label: STATUS_WORDS[value].toLowerCase() })) },
    { param: 'jenis', label: 'Jenis', options: (types.data?.items ?? []).map((type) => ({ value: type.code, label: type.title })) },
  ], [types.data]);
  const filters = useFilters(specs, ISSUED);
  const [search, setSearch] = useListSearch('archive');
  const asked = useSettled(search, 250);
  const [active, setActive] = useState<string | null>(null);
  const query = { search: asked.trim(), status: filters.values['keadaan'], type: filters.values['jenis'] };
  const list = useKeyset<LetterRow>('archive', ['letters', 'list'], '/letters', query);
  const empty = list.isError ? <Broken error={list.error} retry={() => void list.refetch()} />
    : asked || filters.values['jenis'] || filters.values['keadaan'] !== 'issued' ? <NoMatch title={asked ? `Tidak ada surat untuk “${asked}”` : 'Tidak ada surat yang cocok'} acts={<Button onClick={() => { setSearch(''); filters.clear(); }}>Hapus saringan</Button>}>Cari dengan nama pemohon atau nomor surat.</NoMatch>
      : <AllDone title="Belum ada surat terbit">Surat yang disetujui tersimpan di sini, tidak pernah dibuat ulang.</AllDone>;

  return (
    <div className="page-full">
      <PageHead title="Arsip surat" sub="Berkas asli setiap surat, dapat dicetak lagi" acts={<ExportButton path="/letters/export.csv" query={query} name="surat" />} />
      <FilterBar search={search} onSearch={setSearch} searchLabel="Cari pemohon atau nomor surat" filters={filters} specs={specs} />
      <ListTable<LetterRow> label="Arsip surat" columns={COLUMNS} rows={list.isError ? [] : list.rows} loading={list.isPending} activeId={active} onActive={setActive} linkOf={(row) => `/surat/${row.id}`} empty={empty} keyLabel="Buka surat"
        compact={(row) => ({ title: row.applicantName, note: row.typeTitle.replace(/^Surat /, ''), aside: letterChip(row), asideNote: row.number })} />
      {list.rows.length > 0 && <ListFoot pageNumber={list.pageNumber} shown={list.rows.length} goBack={list.goBack} goNext={list.goNext} hints={[[['J', 'K'], 'pindah'], [['Enter'], 'buka']]} />}
    </div>
  );
}
