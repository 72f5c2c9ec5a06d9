import { Minus, Plus, RefreshCw } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Unreachable } from '../api/problem.js';
import { Bars, Broken } from '../parts/states.js';
import { useAgain } from './again.js';

interface Props {
  file: Blob | null;
  /** What the document is, for screen readers. */
  label: string;
  marks?: readonly string[];
  /** A newer file is on its way; the shown one stays. */
  busy?: boolean;
  note: ReactNode;
  acts?: ReactNode;
  /** Stands where the paper would, as long as there is no file. */
  instead?: ReactNode;
  /** The sheets of this file are on the screen now. */
  onDrawn?: (file: Blob) => void;
}

const NONE: readonly string[] = [];
const ZOOMS = [0.6, 0.8, 1, 1.25, 1.6, 2] as const;
const WIDEST = 560;

/** The real PDF as sheets on the desk. The reader is fetched when the first document is shown. */
export function PdfView({ file, label, marks = NONE, busy = false, note, acts, instead, onDrawn }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(2);
  const [facts, setFacts] = useState<{ pages: number; paper: string; text: string } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const drawn = useRef(onDrawn);
  useEffect(() => { drawn.current = onDrawn; });
  const again = useAgain(error);
  const markKey = marks.join('\u0000');

  // Fetched while the form is filled, so that the paper also appears when the connection breaks meanwhile.
  useEffect(() => { void import('./paper.js').catch(() => undefined); }, []);

  useEffect(() => {
    const place = host.current;
    if (!file) {
      // Another document comes next: its place must not show the sheets of this one meanwhile.
      place?.replaceChildren();
      setFacts(null);
      setError(null);
    }
    if (!file || !place) return undefined;
    const stop = new AbortController();
    const fit = Math.min(WIDEST, Math.max(260, place.clientWidth - 32));
    void (async () => {
      try {
        const { drawPaper } = await import('./paper.js');
        const paper = await drawPaper(file, fit * (ZOOMS[zoom] ?? 1), markKey ? markKey.split('\u0000') : [], stop.signal);
        if (!paper || stop.signal.aborted) return;
        place.replaceChildren(...paper.nodes);
        setFacts({ pages: paper.pages, paper: paper.paper, text: paper.text });
        setError(null);
        drawn.current?.(file);
      } catch (thrown) {
        // Without a connection it is the reader itself that could not be fetched.
        if (!stop.signal.aborted) setError(navigator.onLine ? thrown : new Unreachable());
      }
    })();
    return () => stop.abort();
  }, [file, zoom, markKey, again]);

  return (
    <section className="paper" aria-label={label}>
      <header className="paper-bar">
        <span className="paper-note">{busy && <RefreshCw size={13} className="spinning" aria-hidden="true" />}{note}</span>
        {acts}
        {facts && (
          <span className="paper-zoom">
            <span className="quiet">{facts.pages} halaman{facts.paper && `, ${facts.paper}`}</span>
            <button type="button" className="icon-button" aria-label="Perkecil" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}><Minus size={15} /></button>
            <button type="button" className="icon-button" aria-label="Perbesar" disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)}><Plus size={15} /></button>
          </span>
        )}
      </header>
      <div className="paper-desk" tabIndex={0} role="group" aria-label="Halaman surat">
        {error !== null && !facts && <Broken error={error} />}
        {!file && instead}
        {file && !facts && error === null && <div className="paper-coming" role="status"><p>Menyiapkan lembar …</p><Bars lines={9} /></div>}
        <div ref={host} className="paper-host" hidden={!file} />
        {facts && file && <p className="sr-only">{facts.text}</p>}
      </div>
    </section>
  );
}
