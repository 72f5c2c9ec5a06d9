import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { ImportIssue, ImportRun, IssueGroup, Page, Severity } from '../api/contract.js';
import { Bars, Broken, Notice } from '../parts/states.js';
import { count } from '../parts/words.js';
import { groupsOf } from './import-data.js';
import type { ImportKind } from './import-kinds.js';

interface Chosen { severity: Severity; code: string | null }

/** Problems grouped as people fix them; each row shows what the file says, what is wrong and what to do. */
export function ImportIssues({ kind, run }: { kind: ImportKind; run: ImportRun }) {
  const groups = useQuery(groupsOf(kind, run.id));
  const [picked, setPicked] = useState<Chosen | null>(null);
  const all = groups.data?.items ?? [];
  const errors = all.filter((group) => group.severity === 'error');
  const warnings = all.filter((group) => group.severity === 'warning');
  const chosen: Chosen = picked ?? { severity: errors.length > 0 ? 'error' : 'warning', code: null };

  if (groups.isPending) return <Bars lines={6} />;
  if (groups.isError) return <Broken error={groups.error} retry={() => void groups.refetch()} />;
  if (all.length === 0) return <Notice icon={CircleCheck} tone="done" title="Tidak ada kesalahan">Semua baris siap diterapkan.</Notice>;
  return (
    <div className="issues">
      <nav aria-label="Kelompok masalah" className="issue-groups">
        <GroupList title="Salah" all="Semua yang salah" groups={errors} severity="error" chosen={chosen} onPick={setPicked} />
        <GroupList title="Peringatan" all="Semua peringatan" groups={warnings} severity="warning" chosen={chosen} onPick={setPicked} />
      </nav>
      <IssueTable named={!kind.whole} path={`${kind.path}/${run.id}`} runId={run.id} chosen={chosen} total={all.filter((group) => group.severity === chosen.severity && (chosen.code === null || group.code === chosen.code)).reduce((sum, group) => sum + group.count, 0)} />
    </div>
  );
}

function GroupList({ title, all, groups, severity, chosen, onPick }: { title: string; all: string; groups: IssueGroup[]; severity: Severity; chosen: Chosen; onPick: (chosen: Chosen) => void }) {
  if (groups.length === 0) return null;
  const row = (code: string | null, label: string, many: number) => {
    const here = chosen.severity === severity && chosen.code === code;
    return <li key={code ?? 'all'}><button type="button" className={here ? 'issue-group issue-group-here' : 'issue-group'} aria-pressed={here} onClick={() => onPick({ severity, code })}><span>{label}</span><span>{count(many)}</span></button></li>;
  };
  return (
    <>
      <p className="quiet issue-title">{title}</p>
      <ul>
        {groups.length > 1 && row(null, all, groups.reduce((sum, group) => sum + group.count, 0))}
        {groups.toSorted((a, b) => b.count - a.count).map((group) => row(group.code, group.label, group.count))}
      </ul>
    </>
  );
}

/** `named`: rows are about somebody or something with a name. */
function IssueTable({ named, path, runId, chosen, total }: { named: boolean; path: string; runId: string; chosen: Chosen; total: number }) {
  const issues = useInfiniteQuery({
    queryKey: ['imports', runId, 'issues', chosen],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => api.get<Page<ImportIssue>>(`${path}/issues`, { query: { severity: chosen.severity, code: chosen.code, after: pageParam, limit: 20 }, signal }),
    getNextPageParam: (page) => page.next,
  });
  if (issues.isPending) return <Bars lines={6} />;
  if (issues.isError) return <Broken error={issues.error} retry={() => void issues.refetch()} />;
  const rows = issues.data.pages.flatMap((page) => page.items);
  return (
    <div className="issue-table">
      <table>
        <thead><tr><th className="amount-cell">Baris</th>{named && <th>Nama</th>}<th>Kolom</th><th>Isi berkas</th><th>Apa yang salah</th><th>Cara membetulkan</th></tr></thead>
        <tbody>
          {rows.map((issue, index) => (
            <tr key={`${issue.sheet}-${issue.row}-${issue.code}-${index}`}>
              <td className="amount-cell">{issue.row}</td>
              {named && <td><b>{issue.name || '–'}</b></td>}
              <td>{issue.fieldLabel ?? issue.field ?? '–'}</td>
              <td><span className={`file-value file-${issue.severity}`}>{issue.value === null || issue.value === '' ? '(kosong)' : issue.value}</span></td>
              <td>{issue.message}</td>
              <td className="cell-quiet">{issue.advice ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet issue-more" role="status">
        {count(rows.length)} dari {count(total)} masalah
        {issues.hasNextPage && <button type="button" className="link-button" disabled={issues.isFetchingNextPage} onClick={() => void issues.fetchNextPage()}>{issues.isFetchingNextPage ? 'Memuat …' : 'Tampilkan berikutnya'}</button>}
      </p>
    </div>
  );
}
