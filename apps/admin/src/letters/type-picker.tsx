import { ChevronRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { LetterType } from '../api/contract.js';
import { validityWords } from './letter-data.js';
import { today } from '../parts/words.js';

/** The letters this office gives, each with what it is for. The Enter still held from choosing the applicant chooses none. */
export function TypePicker({ types, onPick }: { types: readonly LetterType[]; onPick: (code: string) => void }) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <ul className="type-list">
      {types.map((type, index) => (
        <li key={type.code}>
          <button ref={index === 0 ? first : null} type="button" className="type-row" onClick={() => onPick(type.code)} onKeyDown={(event) => { if (event.repeat) event.preventDefault(); }}>
            <span><b>{type.title}</b><small>{type.purpose}</small></span>
            <span className="quiet">{type.validity ? `berlaku ${validityWords(type.validity, today()).split(',')[0]}` : ''}</span>
            <ChevronRight size={16} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
