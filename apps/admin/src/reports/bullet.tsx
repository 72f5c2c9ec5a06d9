import { percent, TONE_WORDS, toneOf } from './report-words.js';

/** A share of a whole with the target as an upright line. Its number and its word stand beside it, so it is no picture to read. */
export function Bullet({ value, target }: { value: number | null; target: number | null }) {
  return (
    <span className="bullet" aria-hidden="true">
      <span className={`bullet-bar tone-${toneOf(value, target)}`} style={{ inlineSize: `${Math.min(100, value ?? 0)}%` }} />
      {target !== null && <span className="bullet-target" style={{ insetInlineStart: `${target}%` }} />}
    </span>
  );
}

/** Number and bullet of a row; who cannot see the colour is told the word. */
export function Share({ value, target }: { value: number | null; target: number | null }) {
  const word = TONE_WORDS[toneOf(value, target)];
  return <span className="share"><Bullet value={value} target={target} /><b>{percent(value)}</b>{word && <span className="sr-only">, {word}</span>}</span>;
}
