import { Ban, CircleCheck, CircleX, Clock, LoaderCircle, Undo2, type LucideIcon } from 'lucide-react';
import { Link } from 'react-router';
import type { ImportRun, ImportState } from '../api/contract.js';
import { Chip, type Tone } from '../parts/chip.js';
import { ListFoot } from '../parts/list/list-foot.js';
import { useKeyset } from '../parts/list/use-keyset.js';
import { Bars, Broken } from '../parts/states.js';
import { count, fileSize, whenFull } from '../parts/words.js';
import { STATE_WORDS } from './import-data.js';
import type { ImportKind } from './import-kinds.js';
import { isRefused } from './import-states.js';

const LOOK: Record<ImportState, readonly [Tone, LucideIcon]> = {
  checking: ['wait', LoaderCircle], checked: ['act', Clock], applying: ['wait', LoaderCircle], applied: ['done', CircleCheck], reversing: ['wait', LoaderCircle], reversed: ['none', Undo2], failed: ['bad', CircleX], cancelled: ['none', Ban],
};

/** The files of this kind that were uploaded before, to go on with or to look at again. */
export function PastRuns({ kind, title, none }: { kind: ImportKind; title: string; none: string }) {
  const runs = useKeyset<ImportRun>(`imports${kind.path}`, ['imports', 'list', kind.path], kind.path, {});
  return (
    <>
      <h2 className="section-title import-before">{title}</h2>
      {runs.isPending ? <Bars lines={3} /> : runs.isError ? <Broken error={runs.error} retry={() => void runs.refetch()} /> : runs.rows.length === 0 ? <p className="quiet">{none}</p> : (
        <ul className="runs">
          {runs.rows.map((run) => {
            const refused = isRefused(run, kind.whole);
            const [tone, icon] = LOOK[refused ? 'failed' : run.state];
            return (
              <li key={run.id}>
                <Link to={`${kind.home}/${run.id}`} className="run-row">
                  <b>{run.fileName}</b>
                  <span className="cell-quiet">{run.counts ? `${count(run.counts.total)} baris` : fileSize(run.fileSize)}</span>
                  <span className="cell-quiet">{run.uploadedBy}, {whenFull(run.uploadedAt)}</span>
                  <Chip tone={tone} icon={icon}>{refused ? 'Tidak dapat diterapkan' : STATE_WORDS[run.state]}</Chip>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
      {(runs.goBack || runs.goNext) && <ListFoot pageNumber={runs.pageNumber} shown={runs.rows.length} goBack={runs.goBack} goNext={runs.goNext} />}
    </>
  );
}
