import { hash, randomUUID } from 'node:crypto';
import type { NewDispute } from '#pbb';
import { compareDates, formatThousands, parsePlainDate, parsePrintable, parseRupiah, type Parsed, type PlainDate, type Rupiah } from '#values';
import { postedText } from './check-form.js';

const LONGEST_STORY = 500;
const LARGEST = 10_000_000_000n;
const PICTURES = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u20E3]/gu;

/** Names of the fields as they are posted. */
const names = { amount: 'jumlah', paidTo: 'kepada', paidOn: 'tanggal', phone: 'telepon', story: 'cerita' } as const;
type Field = keyof typeof names;

const words: Readonly<Record<Field, { label: string; hint: string; keys: string; complete: string }>> = {
  amount: { label: 'Berapa yang Anda bayar?', hint: 'Dalam rupiah, misalnya 34.656.', keys: 'numeric', complete: 'off' },
  paidTo: { label: 'Kepada siapa?', hint: 'Nama petugas, atau nama bank dan tempat bayar.', keys: 'text', complete: 'off' },
  paidOn: { label: 'Kapan?', hint: 'Hari-bulan-tahun, misalnya 23-11-2026. Bila lupa, tulis perkiraannya.', keys: 'text', complete: 'off' },
  phone: { label: 'Nomor telepon Anda (boleh kosong)', hint: 'Hanya untuk bertanya tentang laporan ini.', keys: 'tel', complete: 'tel' },
  story: { label: 'Yang perlu kami tahu (boleh kosong)', hint: `Misalnya nomor kuitansi atau siapa yang melihat. Paling banyak ${LONGEST_STORY} huruf. Jangan tulis NIK atau PIN.`, keys: 'text', complete: 'off' },
};

export interface DisputeForm {
  readonly typed: Readonly<Record<Field | 'key' | 'year', string>>;
  readonly errors: Partial<Record<Field | 'year', string>>;
  /** Null while something is wrong. */
  readonly dispute: NewDispute | null;
}

export const emptyForm = (): DisputeForm => ({ typed: { key: randomUUID(), year: '', amount: '', paidTo: '', paidOn: '', phone: '', story: '' }, errors: {}, dispute: null });

/** @param years the object has bills of */
export function readDisputeForm(body: unknown, years: readonly number[], today: PlainDate): DisputeForm {
  const key = postedText(body, 'kunci');
  const typed = {
    key: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key) ? key : randomUUID(), year: postedText(body, 'tahun'),
    amount: postedText(body, names.amount), paidTo: postedText(body, names.paidTo), paidOn: postedText(body, names.paidOn), phone: postedText(body, names.phone), story: postedText(body, names.story, LONGEST_STORY * 2),
  };
  const errors: DisputeForm['errors'] = {};
  const taxYear = years.find((year) => String(year) === typed.year);
  if (taxYear === undefined) errors.year = 'Pilih tahun pajak.';
  const amount = take(errors, 'amount', readAmount(typed.amount));
  const paidTo = take(errors, 'paidTo', readPaidTo(typed.paidTo));
  const paidOn = take(errors, 'paidOn', readDay(typed.paidOn, today));
  const phone = take(errors, 'phone', readPhone(typed.phone));
  const story = take(errors, 'story', readStory(typed.story));
  const whole = taxYear !== undefined && amount !== null && paidTo !== null && paidOn !== null && Object.keys(errors).length === 0;
  if (!whole) return { typed, errors, dispute: null };
  const said = { taxYear, amount, paidTo, paidOn, phone: phone || null, story: story || null };
  return { typed, errors, dispute: { id: idOf(typed.key, said), ...said } };
}

/** The same form with the same words is one report however often it is sent; a form put right after the Back button is another. */
function idOf(key: string, said: Omit<NewDispute, 'id'>): string {
  const digits = hash('sha256', JSON.stringify([key, ...Object.values(said).map(String)])).slice(0, 32);
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5');
}

const missing = (message: string): Parsed<never> => ({ ok: false, code: 'MISSING', message });

function take<T>(errors: DisputeForm['errors'], field: Field, result: Parsed<T>): T | null {
  if (result.ok) return result.value;
  errors[field] = result.message;
  return null;
}

function readAmount(typed: string): Parsed<Rupiah> {
  if (typed === '') return missing('Tulis berapa yang Anda bayar.');
  const amount = parseRupiah(typed);
  if (!amount.ok) return missing('Tulis jumlahnya dengan angka, misalnya 34.656.');
  return amount.value > 0n && amount.value <= LARGEST ? amount : missing(`Jumlah harus lebih dari nol dan paling banyak ${formatThousands(LARGEST)}.`);
}

function readDay(typed: string, today: PlainDate): Parsed<PlainDate> {
  if (typed === '') return missing('Tulis kapan Anda membayar.');
  const day = parsePlainDate(typed);
  if (day.ok && compareDates(day.value, today) > 0) return missing('Tanggal bayar tidak boleh sesudah hari ini.');
  return day;
}

function readPaidTo(typed: string): Parsed<string> {
  const paidTo = readText(typed);
  return paidTo.ok && paidTo.value === '' ? missing('Tulis kepada siapa Anda membayar.') : paidTo;
}

/** Pictures from a phone's keyboard say nothing to the office: they are left out. Other letters that cannot be kept are named. */
function readText(typed: string, options: { multiline?: boolean } = {}): Parsed<string> {
  const text = parsePrintable(typed.replace(PICTURES, ''), options);
  return text.ok ? text : missing(text.message.replace('dicetak pada surat', 'dipakai di sini. Hapus dulu, lalu kirim lagi'));
}

function readPhone(typed: string): Parsed<string> {
  const digits = typed.replace(/\D/g, '').length;
  return typed === '' || (/^[\d +().-]{1,30}$/.test(typed) && digits >= 6 && digits <= 15) ? { ok: true, value: typed } : missing('Nomor telepon hanya berisi angka, 6 sampai 15 angka. Boleh dikosongkan.');
}

function readStory(typed: string): Parsed<string> {
  const story = readText(typed.replace(/\r\n?/g, '\n'), { multiline: true });
  return story.ok && story.value.length > LONGEST_STORY ? missing(`Paling banyak ${LONGEST_STORY} huruf; ini ${story.value.length}.`) : story;
}

/** What the form's page shows. */
export function disputeView({ typed, errors }: DisputeForm, years: readonly number[]) {
  const fields = (Object.keys(names) as Field[]).map((field) => ({ name: names[field], ...words[field], long: field === 'story', typed: typed[field], error: errors[field] ?? null }));
  const problems = [...(errors.year ? [{ at: 'tahun', text: errors.year }] : []), ...fields.flatMap(({ name, error }) => (error ? [{ at: name, text: error }] : []))];
  return { key: typed.key, fields, errors: { year: errors.year ?? null }, problems, years: years.map((year) => ({ year, chosen: String(year) === typed.year })) };
}
