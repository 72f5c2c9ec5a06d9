import { Button } from 'antd';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { KeyHint } from '../kbd.js';
import { count } from '../words.js';
import { PAGE_ROWS } from './use-keyset.js';

interface Props {
  pageNumber: number;
  shown: number;
  goBack: (() => void) | null;
  goNext: (() => void) | null;
  hints?: readonly (readonly [keys: string[], label: string])[];
  children?: ReactNode;
}

/** Which rows are seen and the way on; without page numbers, which a growing list makes untrue. */
export function ListFoot({ pageNumber, shown, goBack, goNext, hints = [], children }: Props) {
  const first = pageNumber * PAGE_ROWS + 1;
  return (
    <footer className="list-foot">
      <span className="quiet" role="status">{children ?? (shown > 0 ? `Baris ${count(first)} sampai ${count(first + shown - 1)}` : '')}</span>
      <span className="list-foot-keys">{hints.map(([keys, label]) => <KeyHint key={label} keys={keys} label={label} />)}</span>
      {(goBack || goNext) && (
        <>
          <Button disabled={!goBack} icon={<ChevronLeft size={16} />} onClick={() => goBack?.()}>Sebelumnya</Button>
          <Button disabled={!goNext} icon={<ChevronRight size={16} />} iconPlacement="end" onClick={() => goNext?.()}>Berikutnya</Button>
        </>
      )}
    </footer>
  );
}
