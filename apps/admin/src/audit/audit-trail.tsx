import { ACTION_WORDS, addMonths, COUNT_WORDS, reasonWords, SUBJECT_WORDS } from '#values';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/client.js';
import type { AuditEntry, AuditVerification } from '../api/contract.js';
import { Chip } from '../parts/chip.js';
import { ExportButton } from '../parts/list/export-button.js';
import { FilterBar } from '../parts/list/filter-bar.js';
import { ListFoot } from '../parts/list/list-foot.js';
import { useFilters, type FilterSpec } from '../parts/list/use-filters.js';
import { useKeyset, useListSearch } from '../parts/list/use-keyset.js';
import { PageHead } from '../parts/page-head.js';
import { useSettled } from '../parts/settled.js';
import { Bars, Broken, NoMatch } from '../parts/states.js';
import { count, monthYear, today, whenFull } from '../parts/words.js';
import { useMay } from '../session/session.js';
import '../settings/settings.css';
import { EntryDrawer, whoWord } from './entry-drawer.js';
import { subjectPlace } from './subject-place.js';
import './audit.css';

const ACTIONS = Object.entries(ACTION_WORDS).map(([value, label]) => ({ value, label })).toSorted((a, b) => a.label.localeCompare(b.label, 'id'));

/** This month and the eleven before it. */
function months(): { value: string; label: string }[] {
  return Array.from({ length: 12 }, (_, back) => addMonths(today(), -back).slice(0, 7)).map((value) => ({ value, label: monthYear(value) }));
}

/** Who did what, when and why; sealed, so that a changed or missing line is found. */
export function AuditTrail() {
  const specs = useMemo<FilterSpec[]>(() => [{ param: 'bulan', label: 'Bulan', options: months() }, { param: 'tindakan', label: 'Tindakan', options: ACTIONS }, { param: 'data', label: 'Data', options: [] }], []);
  const filters = useFilters(specs);
  const [search, setSearch] = useListSearch('audit');
  const asked = useSettled(search, 250);
  const query = { search: asked.trim(), action: filters.values['tindakan'], month: filters.values['bulan'], subject: filters.values['data'] };
  const list = useKeyset<AuditEntry>('audit', ['audit', 'list'], '/audit-entries', query);
  const navigate = useNavigate();
  const [opened, setOpened] = useState<AuditEntry | null>(null);
  const subject = filters.values['data'];
  // One record is chosen from an opened entry, never from the menu; of which kind it is, its entries say.
  const offered = specs.flatMap((spec) => (spec.param !== 'data' ? [spec] : subject ? [{ ...spec, options: [{ value: subject, label: kindWord(list.rows.find(({ subjectId }) => subjectId === subject)) }] }] : []));
  return (
    <div className="page-full">
      <PageHead title="Jejak audit" sub="Setiap perubahan, pembukaan NIK, dan pencarian data pribadi" acts={<ExportButton path="/audit-entries/export.csv" query={query} name="jejak-audit" />} />
      <Seal />
      <FilterBar search={search} onSearch={setSearch} searchLabel="Cari nama pelaku" filters={filters} specs={offered} />
      {list.isPending ? <Bars lines={10} /> : list.isError ? <Broken error={list.error} retry={() => void list.refetch()} /> : list.rows.length === 0 ? <NoMatch title="Tidak ada catatan yang cocok" acts={<Button onClick={() => { setSearch(''); filters.clear(); }}>Hapus saringan</Button>}>Hapus saringan untuk melihat semuanya.</NoMatch> : (
        <div className="list-scroll" tabIndex={0} role="region" aria-label="Jejak audit">
          <table className="plain-table">
            <thead><tr><th>Waktu</th><th>Siapa</th><th>Tindakan</th><th>Data</th><th>Alasan atau rincian</th></tr></thead>
            <tbody>
              {list.rows.map((entry) => (
                <tr key={entry.id} className="entry-row" onClick={(event) => { if (!(event.target as HTMLElement).closest('a, button')) setOpened(entry); }}>
                  <td className="cell-quiet nowrap" data-label="Waktu">{whenFull(entry.at)}</td><td data-label="Siapa"><b>{whoWord(entry)}</b></td><td data-label="Tindakan"><button type="button" className="entry-open" aria-haspopup="dialog" onClick={() => setOpened(entry)}>{ACTION_WORDS[entry.action] ?? entry.action}</button></td>
                  <td className="nowrap" data-label="Data"><Subject entry={entry} /></td><td className="cell-quiet" data-label="Rincian">{details(entry)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {opened && <EntryDrawer entry={opened} onClose={() => setOpened(null)} onlyThis={(id) => { setOpened(null); setSearch(''); void navigate(`?data=${encodeURIComponent(id)}`); }} />}
      {list.rows.length > 0 && <ListFoot pageNumber={list.pageNumber} shown={list.rows.length} goBack={list.goBack} goNext={list.goNext} />}
    </div>
  );
}

/** What the act was done to; the way there for who may go. */
function Subject({ entry }: { entry: AuditEntry }) {
  const place = subjectPlace(entry.subjectType, entry.subjectId, useMay());
  return place ? <Link to={place}>{kindWord(entry)}</Link> : kindWord(entry);
}

function kindWord(entry: Pick<AuditEntry, 'subjectType'> | undefined): string {
  return entry ? SUBJECT_WORDS[entry.subjectType] ?? entry.subjectType : 'satu data';
}

/** The reason first, what was searched for, how many fields changed, and how many records a bulk act touched. */
function details({ reason, detail }: AuditEntry): string {
  const entries = Object.entries(detail ?? {});
  const fields = entries.filter(([, value]) => Array.isArray(value)).length;
  const counts = entries.flatMap(([name, value]) => (typeof value === 'number' && value > 0 && COUNT_WORDS[name] ? [`${count(value)} ${COUNT_WORDS[name]}`] : []));
  const words = typeof detail?.['words'] === 'string' && `“${detail['words']}”`;
  return [reasonWords(reason), words, fields > 0 && `${fields} isian berubah`, ...counts].filter(Boolean).join('; ') || '–';
}

/** Whether the chain over the trail is whole, and until when it is sealed. */
function Seal() {
  const { data } = useQuery({ queryKey: ['audit', 'verification'], queryFn: () => api.get<AuditVerification>('/audit/verification') });
  if (!data) return null;
  return (
    <p className="seal" role="status">
      {data.intact ? <Chip tone="done" icon={ShieldCheck}>utuh</Chip> : <Chip tone="bad" icon={ShieldAlert}>tidak utuh</Chip>}
      <span>{data.intact ? `${count(data.sealed)} catatan tersegel${data.unsealed > 0 ? `, ${count(data.unsealed)} menunggu segel` : ''}` : 'Ada catatan yang berubah atau hilang. Hubungi inspektorat.'}</span>
      {data.head && <code>{data.head.slice(0, 16)}</code>}
    </p>
  );
}
