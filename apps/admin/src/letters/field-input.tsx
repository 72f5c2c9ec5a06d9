import { Form, Input, InputNumber, Select } from 'antd';
import type { LetterField, Resident } from '../api/contract.js';
import { Dependants } from './dependants.js';
import { monthYear } from '../parts/words.js';
import { dateRule, monthRule, MonthInput, PlainDateInput } from '../parts/plain-date-input.js';

const LONGEST = { text: 200, textarea: 600 } as const;

/** Short fields may share a row. */
export function isShort(field: LetterField): boolean {
  return (field.type === 'text' && field.max != null && field.max <= 40) || field.type === 'year-month' || field.type === 'date' || field.type === 'number' || field.type === 'money' || field.type === 'select';
}

/** One question of a letter type; types are data, so this is the only place that knows the kinds. */
export function LetterFieldItem({ field, resident, autoFocus }: { field: LetterField; resident: Resident | null; autoFocus: boolean }) {
  const rules: { required?: boolean; message?: string; whitespace?: boolean; validator?: typeof dateRule }[] = [];
  if (field.required) rules.push({ required: true, message: `${field.label} wajib diisi.` });
  if (field.type === 'date') rules.push({ validator: dateRule });
  if (field.type === 'year-month') rules.push({ validator: monthRule });
  if (field.required && (field.type === 'text' || field.type === 'textarea')) rules.push({ whitespace: true, message: `${field.label} wajib diisi.` });
  return (
    <Form.Item name={['data', field.name]} label={field.required ? field.label : `${field.label} (boleh kosong)`} extra={field.help ?? undefined} rules={rules} validateTrigger="onBlur" className={isShort(field) ? 'field-short' : 'field-long'}>
      {control(field, resident, autoFocus)}
    </Form.Item>
  );
}

function control(field: LetterField, resident: Resident | null, autoFocus: boolean) {
  switch (field.type) {
    case 'textarea': return <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={field.max ?? LONGEST.textarea} autoFocus={autoFocus} />;
    case 'number': return <InputNumber className="wide" min={0} {...(field.max ? { max: field.max } : {})} autoFocus={autoFocus} />;
    case 'money': return <InputNumber<number> className="wide" min={0} precision={0} prefix="Rp" formatter={(value) => (value === undefined ? '' : Number(value).toLocaleString('id-ID'))} parser={(text) => Number((text ?? '').replace(/\D/g, ''))} autoFocus={autoFocus} />;
    case 'year-month': return <MonthInput autoFocus={autoFocus} />;
    case 'date': return <PlainDateInput autoFocus={autoFocus} />;
    case 'select': return <Select options={field.options ?? []} placeholder="Pilih" autoFocus={autoFocus} />;
    case 'dependants': return <Dependants members={(resident?.family?.members ?? []).filter((member) => member.id !== resident?.id && member.status === 'alive')} />;
    default: return <Input maxLength={field.max ?? LONGEST.text} autoComplete="off" autoFocus={autoFocus} />;
  }
}

/** The values a letter starts with: what the type says to take from the person's record. */
export function startingData(fields: readonly LetterField[], resident: Resident | null) {
  const data: Record<string, string> = {};
  for (const field of fields) {
    if (field.default === 'address' && resident?.address) data[field.name] = resident.address;
  }
  return data;
}

/** Values as they stand on the paper, to light those typed here. */
export function typedWords(data: Readonly<Record<string, unknown>>, fields: readonly LetterField[], starting: Readonly<Record<string, unknown>>): string[] {
  return fields.flatMap((field) => {
    const raw = data[field.name];
    const value = typeof raw === 'number' ? String(raw) : raw;
    if (typeof value !== 'string' || value === '' || value === starting[field.name]) return [];
    if (field.type === 'money') return [Number(value).toLocaleString('id-ID')];
    const option = field.options?.find((candidate) => candidate.value === value);
    return [option?.label ?? (field.type === 'year-month' ? monthYear(value) : value)];
  });
}
