import { Button } from 'antd';
import { CloudOff, Inbox, RotateCw, Search, WifiOff, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { messageOf, Problem, Unreachable } from '../api/problem.js';
import { useConnection } from '../api/connection.js';
import { clock } from './words.js';

interface NoticeProps { icon: LucideIcon; tone: 'done' | 'none' | 'bad' | 'wait'; title: string; children?: ReactNode; acts?: ReactNode }

/** The middle of an empty place: what is so, why, and the one way out. */
export function Notice({ icon: Icon, tone, title, children, acts }: NoticeProps) {
  return (
    <div className="notice" role="status">
      <Icon className={`notice-icon notice-${tone}`} size={32} strokeWidth={1.7} aria-hidden="true" />
      <h2 className="notice-title">{title}</h2>
      {children && <p className="notice-text">{children}</p>}
      {acts && <div className="notice-acts">{acts}</div>}
    </div>
  );
}

/** Empty because the work is finished. */
export function AllDone({ title, children, acts }: { title: string; children?: ReactNode; acts?: ReactNode }) {
  return <Notice icon={Inbox} tone="done" title={title} acts={acts}>{children}</Notice>;
}

/** Empty because of a filter or a search. */
export function NoMatch({ title, children, acts }: { title: string; children?: ReactNode; acts?: ReactNode }) {
  return <Notice icon={Search} tone="none" title={title} acts={acts}>{children}</Notice>;
}

/** Broken, or not connected, with the way to try again. */
export function Broken({ error, retry }: { error: unknown; retry?: () => void }) {
  const again = retry && <Button icon={<RotateCw size={15} />} onClick={retry}>Coba lagi</Button>;
  if (error instanceof Unreachable) return <Notice icon={WifiOff} tone="wait" title="Sambungan terputus" acts={again}>Isian Anda tetap ada di komputer ini. Halaman dimuat begitu tersambung lagi.</Notice>;
  if (error instanceof Problem && error.status < 500) {
    return <Notice icon={CloudOff} tone="bad" title={error.status === 404 ? 'Data tidak ditemukan' : error.status === 403 ? 'Anda tidak berwenang membuka ini' : 'Permintaan ditolak'} acts={again}>{error.message}</Notice>;
  }
  const code = error instanceof Problem ? error.requestId : null;
  return (
    <Notice icon={CloudOff} tone="bad" title="Maaf, ada gangguan di sistem kami" acts={again}>
      Data Anda tetap tersimpan.{code && <> Sebutkan kode <b>{code}</b> bila menghubungi bantuan.</>}
    </Notice>
  );
}

/** The calm strip above the sheet while the server does not answer; says how old the data are. */
export function OfflineStrip() {
  const { online, since, heardAt } = useConnection();
  return (
    <div role="status" aria-live="polite">
      {!online && (
        <p className="offline-strip">
          <WifiOff size={16} strokeWidth={1.9} aria-hidden="true" />
          Sambungan terputus{since && ` pukul ${clock(since)} WIB`}.{heardAt && ` Anda melihat data pukul ${clock(heardAt)}.`} Isian Anda disimpan di komputer ini.
        </p>
      )}
    </div>
  );
}

/** One line under a form or a button that failed. */
export function ErrorLine({ error }: { error: unknown }) {
  return <div role="alert">{error ? <p className="error-line">{messageOf(error)}</p> : null}</div>;
}

/** Grey bars of the height of what will stand there. */
export function Bars({ lines = 6 }: { lines?: number }) {
  return (
    <div className="bars" aria-busy="true">
      <span className="sr-only">Memuat</span>
      {Array.from({ length: lines }, (_, index) => <span key={index} className={`bar bar-${(index * 3) % 5}`} />)}
    </div>
  );
}
