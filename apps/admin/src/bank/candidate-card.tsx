import { Checkbox } from 'antd';
import { Check, X } from 'lucide-react';
import type { Candidate, StatementLine } from '../api/contract.js';
import { Key } from '../parts/kbd.js';
import { briefDate } from '../parts/words.js';
import { candidateReasons } from './explain.js';
import { rupiahWords } from './rupiah-words.js';

interface Props {
  candidate: Candidate;
  number: number;
  may: boolean;
  chosen: boolean;
  onToggle: () => void;
  ticked: readonly StatementLine[];
  onToggleLine: (line: StatementLine) => void;
}

/** A deposit that may be the line: why, why not, and which other lines would bring the rest. */
export function CandidateCard({ candidate, number, may, chosen, onToggle, ticked, onToggleLine }: Props) {
  const { pro, contra } = candidateReasons(candidate);
  const title = <><b>{candidate.reference}, {candidate.villageName}</b><b className="candidate-sum">{rupiahWords(candidate.amount)}</b></>;
  return (
    <li className={chosen ? 'candidate candidate-chosen' : 'candidate'}>
      {may ? <Checkbox className="candidate-head" checked={chosen} onChange={onToggle}>{title}</Checkbox> : <p className="candidate-head">{title}</p>}
      <p className="candidate-note">Disetor {briefDate(candidate.depositedOn)}{may && number <= 9 && <Key>{number}</Key>}</p>
      <ul className="reasons">
        {pro.map((words) => <li key={words} className="reason-pro"><Check size={14} aria-hidden="true" /><span className="sr-only">Mendukung: </span>{words}</li>)}
        {contra.map((words) => <li key={words} className="reason-contra"><X size={14} aria-hidden="true" /><span className="sr-only">Menentang: </span>{words}</li>)}
      </ul>
      {candidate.complements.length > 0 && (
        <div className="complements">
          <p className="quiet">Genap bila bersama:</p>
          {candidate.complements.map((line) => {
            const words = <>{rupiahWords(line.amount)}, {briefDate(line.bookedOn)}<span className="complement-remark">{line.remark}</span></>;
            return may ? <Checkbox key={line.id} checked={ticked.some(({ id }) => id === line.id)} onChange={() => { onToggleLine(line); if (!chosen && !ticked.some(({ id }) => id === line.id)) onToggle(); }}>{words}</Checkbox> : <p key={line.id}>{words}</p>;
          })}
        </div>
      )}
    </li>
  );
}
