import { addDays, makePlainDate, plainDate, type PlainDate } from '#values';

const EPOCH = plainDate('1899-12-30');
const EPOCH_1904 = plainDate('1904-01-01');
const LAST_SERIAL = 109_572;
const SECONDS_PER_DAY = 86_400;

/**
 * The day of a spreadsheet's serial number, or null outside 1900–2199. Serial 60 is 29 February 1900, which never was
 * (inherited from Lotus 1-2-3), so smaller serials are one day off. Workbooks made on old Macs count from 1904.
 */
export function dateFromSerial(serial: number, from1904 = false): PlainDate | null {
  const day = Math.floor(serial);
  if (!Number.isFinite(serial) || day < (from1904 ? 0 : 1) || day > LAST_SERIAL) return null;
  if (from1904) return addDays(EPOCH_1904, day);
  if (day === 60) return null;
  return addDays(EPOCH, day < 60 ? day + 1 : day);
}

/** `YYYY-MM-DD`, with `THH:MM:SS` behind it when the serial carries a time of day; null as `dateFromSerial`. */
export function isoFromSerial(serial: number, from1904 = false): string | null {
  const date = dateFromSerial(serial, from1904);
  const seconds = Math.round((serial - Math.floor(serial)) * SECONDS_PER_DAY);
  if (date === null || seconds === 0) return date;
  if (seconds === SECONDS_PER_DAY) return addDays(date, 1);
  const part = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${date}T${part(seconds / 3600)}:${part((seconds / 60) % 60)}:${part(seconds % 60)}`;
}

/** The day of an ISO cell (`t="d"` in strict workbooks), or null. */
export function isoFromText(text: string): string | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(T\d\d:\d\d:\d\d)?/.exec(text);
  if (!match) return null;
  const date = makePlainDate(Number(match[1]), Number(match[2]), Number(match[3]));
  return date && (match[4] && match[4] !== 'T00:00:00' ? date + match[4] : date);
}

/** Numbers of the built-in formats that show a day (ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are the East Asian ones). */
const isBuiltInDate = (id: number) => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58;

/** Whether a number format shows a day (not only a time of day or a duration, `[h]:mm`). Quoted words, escapes, colours and locales do not count. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltInDate(id);
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return false;
  const letters = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase();
  if (letters.includes('general')) return false;
  return /[dy]/.test(letters) || (letters.includes('m') && !/[hs]/.test(letters));
}
