import { Ban, CircleCheck, CircleDashed, CircleX, Clock, CornerUpLeft, LoaderCircle, Repeat2, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { LetterRow, LetterStatus } from '../api/contract.js';
import { Chip, type Tone } from '../parts/chip.js';
import { clock, span } from '../parts/words.js';

export const STATUS_WORDS: Record<LetterStatus, string> = {
  requested: 'Menunggu verifikasi', verified: 'Menunggu persetujuan', returned: 'Dikembalikan', rejected: 'Ditolak', approved: 'Sedang dicetak',
  issued: 'Terbit', failed: 'Gagal dicetak', voided: 'Dicabut', replaced: 'Diganti',
};

const LOOK: Record<LetterStatus, readonly [Tone, LucideIcon]> = {
  requested: ['wait', CircleDashed], verified: ['wait', Clock], returned: ['wait', CornerUpLeft], rejected: ['bad', CircleX], approved: ['wait', LoaderCircle],
  issued: ['done', CircleCheck], failed: ['bad', TriangleAlert], voided: ['bad', Ban], replaced: ['none', Repeat2],
};

/** What moves a waiting letter on; a letter with this act waits for the person who looks at it. */
const MOVING: Partial<Record<LetterStatus, string>> = { requested: 'verify', verified: 'approve', returned: 'edit' };

/** Indigo when the next act is this person's, brown when it is someone else's. */
export function letterChip(row: Pick<LetterRow, 'status' | 'actions'>) {
  const [tone, icon] = LOOK[row.status];
  const mine = tone === 'wait' && row.actions.includes(MOVING[row.status] ?? '-');
  return <Chip tone={mine ? 'act' : tone} icon={icon}>{STATUS_WORDS[row.status]}</Chip>;
}

const HOUR = 60;

/** Time left until the promised service time: grey, brown in the last two hours, red when it is over. */
export function DueChip({ dueAt }: { dueAt: string | null }) {
  if (!dueAt) return <span className="quiet">–</span>;
  const minutes = (new Date(dueAt).getTime() - Date.now()) / 60_000;
  if (minutes < 0) return <Chip tone="bad" icon={TriangleAlert}>lewat {span(-minutes)}</Chip>;
  return <Chip tone={minutes < 2 * HOUR ? 'wait' : 'none'} icon={Clock}>sisa {span(minutes)}</Chip>;
}

/** The same as a promise on a form: `Batas layanan pukul 11.00 WIB`. */
export function DuePromise({ dueAt }: { dueAt: string | null }) {
  if (!dueAt) return null;
  const minutes = (new Date(dueAt).getTime() - Date.now()) / 60_000;
  if (minutes < 0 || minutes > 24 * HOUR) return <DueChip dueAt={dueAt} />;
  return <Chip tone={minutes < 2 * HOUR ? 'wait' : 'none'} icon={Clock}>Batas layanan pukul {clock(dueAt)} WIB</Chip>;
}
