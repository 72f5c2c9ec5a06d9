import { monthName } from '#values';

const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** `86,3%`, or a dash where there is nothing to share. */
export const percent = (value: number | null): string => (value === null ? '–' : `${value.toLocaleString('id-ID', one)}%`);

/** `Rp92,3 miliar`, `Rp1,3 juta`, `Rp925.000`: cut off, never rounded up. */
export function shortRupiah(value: number): string {
  const size = Math.abs(value);
  const cut = (by: number): string => (Math.trunc(value / (by / 10)) / 10).toLocaleString('id-ID', { maximumFractionDigits: 1 });
  if (size >= 1e12) return `Rp${cut(1e12)} triliun`;
  if (size >= 1e9) return `Rp${cut(1e9)} miliar`;
  if (size >= 1e6) return `Rp${cut(1e6)} juta`;
  return `Rp${value.toLocaleString('id-ID')}`;
}

export type Tone = 'good' | 'near' | 'low' | 'plain';

/** Against the target: reached, at most eight points short, further off; without a target no judgement. */
export function toneOf(value: number | null, target: number | null): Tone {
  if (value === null || target === null) return 'plain';
  return value >= target ? 'good' : value >= target - 8 ? 'near' : 'low';
}

export const TONE_WORDS: Record<Tone, string> = { good: 'mencapai target', near: 'mendekati target', low: 'jauh dari target', plain: '' };

/** `naik 2,1 poin`, `turun 0,4 poin`, `sama`; empty when one of the two is not known. */
export function change(now: number | null, before: number | null): string {
  if (now === null || before === null) return '';
  const moved = Math.round((now - before) * 10) / 10;
  return moved === 0 ? 'sama' : `${moved > 0 ? 'naik' : 'turun'} ${Math.abs(moved).toLocaleString('id-ID', one)} poin`;
}

/** The same for a narrow column: `+2,1`, `−0,4`, `0,0`, or a dash. */
export function points(now: number | null, before: number | null): string {
  if (now === null || before === null) return '–';
  const moved = Math.round((now - before) * 10) / 10;
  return `${moved > 0 ? '+' : moved < 0 ? '−' : ''}${Math.abs(moved).toLocaleString('id-ID', one)}`;
}

/** `2026-03` → `Mar` */
export const monthBrief = (month: string): string => monthName(Number(month.slice(5, 7))).slice(0, 3);

/** `11 hari`, `27 jam`: how long money has been held. */
export function heldFor(since: string, now: Date): string {
  const hours = Math.max(0, Math.floor((now.getTime() - new Date(since).getTime()) / 3_600_000));
  return hours < 48 ? `${hours} jam` : `${Math.floor(hours / 24)} hari`;
}
