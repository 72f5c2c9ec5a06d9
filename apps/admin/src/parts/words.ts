import { dayName, formatLong, formatTimeWib, isPlainDate, monthName, plainDate, plainDateInJakarta, type PlainDate } from '#values';

/** The day it is at the village office, WIB. */
export function today(): PlainDate {
  return plainDateInJakarta(new Date());
}

/** `1.234.567` */
export function count(value: number): string {
  return value.toLocaleString('id-ID');
}

/** `24 November 2026`, or a dash when nothing is known. */
export function longDate(date: string | null | undefined): string {
  return date && isPlainDate(date) ? formatLong(date) : '–';
}

/** `18 Nov 2026`: a column of dates in a narrow panel. */
export function briefDate(date: string): string {
  if (!isPlainDate(date)) return '–';
  return `${Number(date.slice(8, 10))} ${monthName(Number(date.slice(5, 7))).slice(0, 3)} ${date.slice(0, 4)}`;
}

/** `Selasa, 24 November 2026` */
export function dayAndDate(date: PlainDate): string {
  return `${dayName(date)}, ${formatLong(date)}`;
}

/** `09.41` */
export function clock(instant: Date | string): string {
  return formatTimeWib(new Date(instant)).replace(' WIB', '');
}

/** `09.41.12`, for a preview that renews itself every few seconds. */
export function clockSeconds(instant: Date): string {
  return `${clock(instant)}.${String(instant.getUTCSeconds()).padStart(2, '0')}`;
}

/** `09.03` today, `kemarin`, else `18 Nov 2026`. */
export function whenBrief(instant: string): string {
  const day = plainDateInJakarta(new Date(instant));
  const now = today();
  if (day === now) return clock(instant);
  const yesterday = plainDateInJakarta(new Date(Date.now() - 86_400_000));
  return day === yesterday ? 'kemarin' : briefDate(day);
}

/** `hari ini 09.03`, `kemarin 15.58`, `18 November 2026 09.12` */
export function whenFull(instant: string): string {
  const day = plainDateInJakarta(new Date(instant));
  const yesterday = plainDateInJakarta(new Date(Date.now() - 86_400_000));
  const prefix = day === today() ? 'hari ini' : day === yesterday ? 'kemarin' : formatLong(day);
  return `${prefix} ${clock(instant)}`;
}

/** `35 menit`, `1 jam 20 menit`, `3 jam`, `2 hari`: what is left or gone, no finer than one acts on. */
export function span(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  if (whole < 60) return `${whole} menit`;
  const hours = Math.floor(whole / 60);
  if (hours >= 24) return `${Math.floor(hours / 24)} hari`;
  const rest = whole % 60;
  return hours >= 3 || rest === 0 ? `${hours} jam` : `${hours} jam ${rest} menit`;
}

/** `2,4 MB` */
export function fileSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} KB`;
  return `${(bytes / 1_000_000).toLocaleString('id-ID', { maximumFractionDigits: 1 })} MB`;
}

/** `Krajan RT 003 RW 001` */
export function place(row: { hamlet: string | null; rt: string | null; rw: string | null }): string {
  const parts = [titleCase(row.hamlet), row.rt && `RT ${row.rt}`, row.rw && `RW ${row.rw}`].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : 'alamat belum diisi';
}

/** `003/001`, as lists write RT and RW. */
export function rtRw(row: { rt: string | null; rw: string | null }): string {
  return row.rt || row.rw ? `${row.rt ?? '–'}/${row.rw ?? '–'}` : '–';
}

/** `KRAJAN LOR` → `Krajan Lor`: registers store capitals, screens read better without. */
export function titleCase(text: string | null | undefined): string {
  return (text ?? '').toLowerCase().replace(/(^|[\s/(-])\p{L}/gu, (first) => first.toUpperCase());
}

export function sexWord(sex: 'L' | 'P'): string {
  return sex === 'L' ? 'Laki-laki' : 'Perempuan';
}

/** `2025-02` → `Februari 2025` */
export function monthYear(value: string): string {
  const match = /^(\d{4})-(\d{2})$/.exec(value);
  return match ? `${monthName(Number(match[2]))} ${match[1]}` : value;
}

/** First letters of the first two words, for an avatar. */
export function initials(name: string): string {
  return name.split(/\s+/).slice(0, 2).map((word) => word.charAt(0)).join('').toUpperCase();
}

export function plain(date: string): PlainDate {
  return plainDate(date);
}
