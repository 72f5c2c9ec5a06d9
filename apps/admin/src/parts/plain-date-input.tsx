import { Input, type InputProps } from 'antd';
import { useEffect, useState } from 'react';
import { formatShort, isPlainDate, parsePlainDate } from '#values';
import { readMonth } from './month.js';
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
