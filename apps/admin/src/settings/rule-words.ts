import type { LetterType, Setting, SettingValue, Unit } from '../api/contract.js';

interface Choice { value: string; label: string }

/** Settings whose values are words of a list. */
const CHOICES: Record<string, readonly Choice[]> = {
  'letter.paper': [{ value: 'F4', label: 'F4' }, { value: 'A4', label: 'A4' }],
  'letter.numbering-mode': [{ value: 'all', label: 'satu urutan untuk semua surat' }, { value: 'per-type', label: 'urutan sendiri untuk setiap jenis' }],
};

const HELP: Record<string, string> = {
  'letter.number-format': 'Bagian yang dapat dipakai: {klasifikasi} {nomor} {kodeDesa} {kodeKecamatan} {jenis} {bulanRomawi} {bulan} {tahun}. {nomor} wajib ada sekali.',
  'letter.number-padding': 'Angka 3 menulis nomor 7 sebagai 007.',
  'pbb.payment-places': 'Tampak di halaman tagihan warga, di bawah nama petugas.',
  'pbb.collection-target': 'Sampai akhir tahun. Tampak sebagai garis di laporan PBB semua desa dan kecamatan.',
  'letter.service-minutes': 'Dihitung sejak permohonan masuk; 240 menit berarti 4 jam.',
};

export type RuleKind = 'validity' | 'choice' | 'number' | 'boolean' | 'text';

/** How a setting is asked for: a known list, a duration, or by the type of its present value. */
export function ruleKind(key: string, value: SettingValue): RuleKind {
  if (key.startsWith('letter-type.validity.')) return 'validity';
  if (CHOICES[key]) return 'choice';
  return typeof value === 'number' || key === 'pbb.collection-target' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text';
}

export function choicesOf(key: string): Choice[] {
  return [...(CHOICES[key] ?? [])];
}

export function helpOf(key: string): string | undefined {
  return HELP[key];
}

const isShipped = (key: string, value: SettingValue): boolean => value === 'as-shipped' || (value === null && key.startsWith('letter-type.classification.'));

/**
 * What the letter type itself says where nobody decided otherwise: its code, or how long it holds.
 * @returns undefined when that cannot be told: the types are not known here, or say what was decided instead
 */
export function shippedWord({ key, value }: Pick<Setting, 'key' | 'value'>, types: readonly LetterType[] | undefined): string | undefined {
  const type = isShipped(key, value) ? types?.find(({ code }) => key.endsWith(`.${code}`)) : undefined;
  return type && (key.startsWith('letter-type.classification.') ? type.classification : valueWord('', type.validity));
}

/** Whose rule it is. */
export function sourceWord(source: Setting['source'], unit: Unit['kind']): string {
  return source === 'regency' ? 'aturan kabupaten' : source === 'default' ? 'bawaan Pamong' : `aturan ${unit} ini`;
}

/** @param shipped what the letter type says, where the value is to leave it at that */
export function valueWord(key: string, value: SettingValue, shipped = 'menurut jenis surat'): string {
  if (isShipped(key, value)) return shipped;
  if (value === null && key.startsWith('pbb.')) return 'belum ditetapkan';
  if (value === null) return 'tanpa batas waktu';
  if (typeof value === 'object') return `${value.amount} ${value.unit === 'month' ? 'bulan' : 'hari'}`;
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  if (typeof value === 'number') return value.toLocaleString('id-ID');
  return CHOICES[key]?.find((choice) => choice.value === value)?.label ?? value;
}
