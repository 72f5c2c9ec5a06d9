import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { Link } from 'react-router';
import type { StatementLine, StatementLineDetail } from '../api/contract.js';
import { Key } from '../parts/kbd.js';
import { Bars, Broken } from '../parts/states.js';
import { count, longDate } from '../parts/words.js';
import { accountName, accountsOf, lineOf } from './bank-data.js';
import { LineChip } from './bank-words.js';
import { Decision, UndoneDecisions } from './decisions.js';
import { lineWords } from './explain.js';
import { MatchDesk } from './match-desk.js';
import { rupiahWords } from './rupiah-words.js';

interface Props {
  id: string;
  ticked: readonly StatementLine[];
  onTick: (lines: readonly StatementLine[]) => void;
  /** Beside the list; without it the line has the page to itself. */
  onClose?: () => void;
}

/** One line of a statement: what it is or may be, and every decision there ever was about it. */
export function LinePanel({ id, ...rest }: Props) {
  const { data, error, isPending, refetch } = useQuery(lineOf(id));
  if (isPending) return <Bars lines={8} />;
  if (!data) return <Broken error={error} retry={() => void refetch()} />;
  return <Line line={data} {...rest} />;
}

function Line({ line, ticked, onTick, onClose }: Omit<Props, 'id'> & { line: StatementLineDetail }) {
  const account = useQuery(accountsOf).data?.find(({ id }) => id === line.accountId);
  const words = lineWords(line);
  return (
    <>
      <header className="panel-head">
        <div>
          <h2 className="panel-title">{rupiahWords(line.exactAmount)}</h2>
          <p className="panel-sub">{longDate(line.bookedOn)}, {line.ageDays === 0 ? 'hari ini' : `${count(line.ageDays)} hari lalu`}</p>
        </div>
        {onClose && <><Link className="panel-open" to={`/pbb/bank/mutasi/${line.id}`}><Key>Enter</Key>buka penuh</Link><button type="button" className="icon-button" aria-label="Tutup panel" onClick={onClose}><X size={16} /></button></>}
      </header>
      <p className="line-text">{line.remark || '(tanpa keterangan)'}<span className="quiet">{[account && accountName(account), line.reference && `referensi ${line.reference}`].filter(Boolean).join(', ')}</span></p>
      <p className="line-verdict"><LineChip verdict={line.verdict} />{words && <span>{words}</span>}</p>
      {line.state === 'open' ? <MatchDesk line={line} ticked={ticked} onTick={onTick} /> : line.claim && <Decision claim={line.claim} line={line} />}
      <UndoneDecisions claims={line.undone} />
    </>
  );
}
