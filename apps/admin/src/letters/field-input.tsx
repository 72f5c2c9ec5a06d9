import { Form, Input, InputNumber, Select } from 'antd';
import type { Dependant, DependantRow, LetterField, Resident } from '../api/contract.js';
import { livingMembers } from './dependant-rows.js';
import { Dependants } from './dependants.js';
import { readMoney, showMoney } from './money.js';
import { monthYear } from '../parts/words.js';
import { dateRule, monthRule, MonthInput, PlainDateInput } from '../parts/plain-date-input.js';

const LONGEST = { text: 200, textarea: 600 } as const;

/** Short fields may share a row. */
export function isShort(field: LetterField): boolean {
  return (field.type === 'text' && field.max != null && field.max <= 40) || field.type === 'year-month' || field.type === 'date' || field.type === 'number' || field.type === 'money' || field.type === 'select';
}

/** One question of a letter type; types are data, so this is the only place that knows the kinds. */
export function LetterFieldItem({ field, resident, stored, autoFocus }: { field: LetterField; resident: Resident | null; stored: readonly Dependant[]; autoFocus: boolean }) {
  const rules: { required?: boolean; message?: string; whitespace?: boolean; validator?: typeof dateRule }[] = [];
  if (field.required) rules.push({ required: true, message: `${field.label} wajib diisi.` });
  if (field.type === 'date') rules.push({ validator: dateRule });
  if (field.type === 'year-month') rules.push({ validator: monthRule });
  if (field.required && (field.type === 'text' || field.type === 'textarea')) rules.push({ whitespace: true, message: `${field.label} wajib diisi.` });
  if (field.type === 'text' || field.type === 'textarea') rules.push({ validator: lengthRule(field) });
  return (
    <Form.Item name={['data', field.name]} label={field.required ? field.label : `${field.label} (boleh kosong)`} extra={field.help ?? undefined} rules={rules} validateTrigger="onBlur" className={isShort(field) ? 'field-short' : 'field-long'}>
      {control(field, resident, stored, autoFocus)}
    </Form.Item>
  );
}

function control(field: LetterField, resident: Resident | null, stored: readonly Dependant[], autoFocus: boolean) {
  switch (field.type) {
    case 'textarea': return <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} count={counted(longest(field))} autoFocus={autoFocus} />;
    case 'number': return <InputNumber className="wide" min={0} {...(field.max ? { max: field.max } : {})} autoFocus={autoFocus} />;
    case 'money': return <InputNumber<number | ''> className="wide" min={0} precision={0} prefix="Rp" placeholder="1.500.000" formatter={showMoney} parser={readMoney} autoFocus={autoFocus} />;
    case 'year-month': return <MonthInput autoFocus={autoFocus} />;
    case 'date': return <PlainDateInput autoFocus={autoFocus} />;
    case 'select': return <Select options={field.options ?? []} placeholder="Pilih" autoFocus={autoFocus} />;
    case 'dependants': return <Dependants members={livingMembers(resident)} stored={stored} />;
    default: return <Input count={counted(longest(field))} autoComplete="off" autoFocus={autoFocus} />;
  }
}

const longest = (field: LetterField): number => field.max ?? LONGEST[field.type === 'textarea' ? 'textarea' : 'text'];

/** How long a text has become, said when little room is left. Nothing is cut off: what was pasted stays to be shortened. */
const counted = (max: number) => ({ max, show: ({ count }: { count: number }) => (count > max * 0.8 ? `${count}/${max}` : '') });

/** The API's own rule and words. */
const lengthRule = (field: LetterField) => (_rule: unknown, value: string | undefined): Promise<void> => {
  const length = value?.trim().length ?? 0;
  return length <= longest(field) ? Promise.resolve() : Promise.reject(new Error(`${field.label} paling panjang ${longest(field)} huruf; ini ${length}.`));
};

/** The values a letter starts with: what the type says to take from the person's record. `home` is the address as letters print it. */
export function startingData(fields: readonly LetterField[], resident: Resident | null, home: string | null) {
  const data: Record<string, string | DependantRow[]> = {};
  for (const field of fields) {
    if (field.default === 'address' && home) data[field.name] = home;
    if (field.type === 'dependants') data[field.name] = livingMembers(resident).map(({ id }) => ({ residentId: id }));
  }
  return data;
}

/** Values as they stand on the paper, to light those typed here. */
export function typedWords(data: Readonly<Record<string, unknown>>, fields: readonly LetterField[], starting: Readonly<Record<string, unknown>>): string[] {
  return fields.flatMap((field) => {
    const raw = data[field.name];
    const value = typeof raw === 'number' ? String(raw) : raw;
    if (typeof value !== 'string' || value === '' || value === starting[field.name]) return [];
    if (field.type === 'money') return [showMoney(value)];
    const option = field.options?.find((candidate) => candidate.value === value);
    return [option?.label ?? (field.type === 'year-month' ? monthYear(value) : value)];
  });
}
