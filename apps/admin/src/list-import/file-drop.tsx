import { FileSpreadsheet } from 'lucide-react';
import { useState, type DragEvent, type ReactNode } from 'react';
import { ErrorLine } from '../parts/states.js';
import { fileSize } from '../parts/words.js';

interface Props {
  /** Below the first line: what kind of file. */
  children: ReactNode;
  /** Further kinds of file, beside .xlsx and .csv. */
  accept?: string;
  onFile: (file: File) => void;
  busy: boolean;
  /** The page's own button sends it; choosing is not yet the act. */
  sentLater?: boolean;
  /** Chosen, or on its way. */
  file: File | null | undefined;
  /** Said before anything is sent. */
  missing?: string | null;
  error?: unknown;
}

/** The place a workbook is dropped on, or chosen by the keyboard. */
export function FileDrop({ children, accept, onFile, busy, sentLater = false, file, missing, error }: Props) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped && !busy) onFile(dropped);
  };
  return (
    <div className={over ? 'drop drop-over' : 'drop'} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <FileSpreadsheet size={32} strokeWidth={1.6} aria-hidden="true" />
      <p><b>Taruh berkas di sini</b><br />{children}</p>
      <input type="file" id="berkas-impor" className="sr-only drop-input" accept={`.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet${accept ? `,${accept}` : ''}`} disabled={busy}
        onChange={(event) => { const chosen = event.target.files?.[0]; if (chosen) onFile(chosen); event.target.value = ''; }} />
      <label htmlFor="berkas-impor" className={sentLater ? 'drop-button drop-later' : 'drop-button'}>{busy ? 'Mengunggah …' : sentLater && file ? 'Ganti berkas' : 'Pilih berkas'}</label>
      <p className={sentLater ? 'drop-chosen' : 'quiet'} role="status">{file ? `${file.name}, ${fileSize(file.size)}` : ''}</p>
      {missing && <p className="error-line" role="alert">{missing}</p>}
      <ErrorLine error={error} />
    </div>
  );
}
