import { Input, type InputProps } from 'antd';
import { useEffect, useState } from 'react';
import { formatShort, isPlainDate, monthName, parsePlainDate } from '#values';
import { monthYear } from './words.js';

interface FieldProps extends Omit<InputProps, 'value' | 'onChange'> {
  /** ISO when it could be read, else what was typed, so that the form can say what is wrong with it. */
  value?: string;
  onChange?: (value: string) => void;
}

/** A date typed as one says it: 24-11-2026, 24/11/2026 or 24 November 2026. Faster than a calendar for a birth date. */
export function PlainDateInput({ value = '', onChange, ...rest }: FieldProps) {
  return <TypedInput {...rest} value={value} onChange={onChange} placeholder={rest.placeholder ?? '24-11-2026'} show={(stored) => (isPlainDate(stored) ? formatShort(stored) : stored)} read={(text) => {
    const result = parsePlainDate(text);
    return result.ok ? result.value : text;
  }} />;
}

/** A month: Februari 2025, 2-2025 or 02/2025; stored as 2025-02. */
export function MonthInput({ value = '', onChange, ...rest }: FieldProps) {
  return <TypedInput {...rest} value={value} onChange={onChange} placeholder={rest.placeholder ?? 'Februari 2025'} show={monthYear} read={(text) => readMonth(text) ?? text} />;
}

/** Rules for a form: an unreadable date says how to write it. */
export function dateRule(_rule: unknown, value: string | undefined): Promise<void> {
  if (!value || isPlainDate(value)) return Promise.resolve();
  const result = parsePlainDate(value);
  return result.ok ? Promise.resolve() : Promise.reject(new Error(result.message));
}

export function monthRule(_rule: unknown, value: string | undefined): Promise<void> {
  return !value || readMonth(value) !== null ? Promise.resolve() : Promise.reject(new Error('Tulis bulan dan tahun, misalnya Februari 2025.'));
}

interface TypedProps extends Omit<InputProps, 'value' | 'onChange'> { value: string; onChange: ((value: string) => void) | undefined; show: (stored: string) => string; read: (text: string) => string }

function TypedInput({ value, onChange, show, read, onBlur, ...rest }: TypedProps) {
  const [text, setText] = useState(() => show(value));
  const [typing, setTyping] = useState(false);
  useEffect(() => { if (!typing) setText(show(value)); }, [value, typing, show]);
  return (
    <Input {...rest} value={text} autoComplete="off"
      onFocus={() => setTyping(true)}
      onChange={(event) => { setText(event.target.value); onChange?.(read(event.target.value)); }}
      onBlur={(event) => { setTyping(false); setText(show(read(event.target.value))); onBlur?.(event); }} />
  );
}

/** `Februari 2025`, `feb 2025`, `2-2025`, `2025-02` → `2025-02`; null when it cannot be read. */
export function readMonth(text: string): string | null {
  const clean = text.trim();
  const iso = /^(\d{4})-(\d{2})$/.exec(clean);
  const numeric = /^(\d{1,2})[-/. ](\d{4})$/.exec(clean);
  const worded = /^([A-Za-z]{3,9})\.? (\d{4})$/.exec(clean);
  const year = Number(iso?.[1] ?? numeric?.[2] ?? worded?.[2]);
  const month = worded ? monthNumber(worded[1] ?? '') : Number(iso?.[2] ?? numeric?.[1]);
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : null;
}

function monthNumber(word: string): number {
  const start = word.toLowerCase().replace(/^peb/, 'feb').replace(/^nop/, 'nov').slice(0, 3);
  return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].find((month) => monthName(month).toLowerCase().startsWith(start)) ?? 0;
}
