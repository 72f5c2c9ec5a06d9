import { X } from 'lucide-react';
import type { NamedDeposit, StatementLine } from '../api/contract.js';
import { briefDate } from '../parts/words.js';
import type { DraftWords } from './match-draft.js';
import { rupiahWords } from './rupiah-words.js';

interface Props {
  /** Beside the line in the panel. */
  others: readonly StatementLine[];
  deposits: readonly NamedDeposit[];
  /** Deposits that are no candidates: here alone they are seen. */
  further: readonly NamedDeposit[];
  draft: DraftWords;
  onDropLine: (line: StatementLine) => void;
  onDropDeposit: (deposit: NamedDeposit) => void;
}

/** What is put together on either side, and whether it weighs the same. */
export function MatchScale({ others, deposits, further, draft, onDropLine, onDropDeposit }: Props) {
  const even = draft.linesSum === draft.depositsSum;
  return (
    <div className="scale">
      {others.length > 0 && <ul className="scale-list" aria-label="Mutasi lain">{others.map((one) => (
        <li key={one.id}><span>{one.remark || '(tanpa keterangan)'}<span className="quiet">{briefDate(one.bookedOn)}</span></span><b>{rupiahWords(one.amount)}</b><button type="button" className="icon-button scale-drop" aria-label={`Lepas mutasi ${rupiahWords(one.amount)}, ${briefDate(one.bookedOn)}`} onClick={() => onDropLine(one)}><X size={14} /></button></li>
      ))}</ul>}
      {further.length > 0 && <ul className="scale-list" aria-label="Setoran lain">{further.map((one) => (
        <li key={one.id}><span>{one.reference}, {one.villageName}<span className="quiet">{briefDate(one.depositedOn)}</span></span><b>{rupiahWords(one.amount)}</b><button type="button" className="icon-button scale-drop" aria-label={`Lepas setoran ${one.reference}`} onClick={() => onDropDeposit(one)}><X size={14} /></button></li>
      ))}</ul>}
      <dl className="scale-sums">
        <div><dt>{1 + others.length} mutasi</dt><dd>{rupiahWords(draft.linesSum)}</dd></div>
        <div><dt>{deposits.length} setoran</dt><dd>{rupiahWords(draft.depositsSum)}</dd></div>
        <div className={even ? 'scale-even' : 'scale-off'}><dt>Selisih</dt><dd><span role="status">{even ? 'Rp0, sama' : rupiahWords(draft.linesSum - draft.depositsSum)}</span></dd></div>
      </dl>
    </div>
  );
}
