import { ChevronRight } from 'lucide-react';
import type { LetterType } from '../api/contract.js';
import { validityWords } from './letter-data.js';
import { today } from '../parts/words.js';

/** The letters this office gives, each with what it is for. */
export function TypePicker({ types, onPick }: { types: readonly LetterType[]; onPick: (code: string) => void }) {
  return (
    <ul className="type-list">
      {types.map((type) => (
        <li key={type.code}>
          <button type="button" className="type-row" onClick={() => onPick(type.code)}>
            <span><b>{type.title}</b><small>{type.purpose}</small></span>
            <span className="quiet">{type.validity ? `berlaku ${validityWords(type.validity, today()).split(',')[0]}` : ''}</span>
            <ChevronRight size={16} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
