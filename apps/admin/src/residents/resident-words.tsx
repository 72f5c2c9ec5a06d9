import { TriangleAlert } from 'lucide-react';
import type { ResidentRow, ResidentStatus } from '../api/contract.js';
import type { FilterSpec } from '../parts/list/use-filters.js';
import { sexWord } from '../parts/words.js';

export const STATUS_WORDS: Record<ResidentStatus, string> = { alive: 'hidup', dead: 'meninggal', moved: 'pindah', missing: 'hilang', away: 'pergi', invalid: 'tidak valid' };

export const AGE_BANDS = [
  { value: '0-5', label: '0 sampai 5 tahun' }, { value: '6-16', label: '6 sampai 16 tahun' }, { value: '17-59', label: '17 sampai 59 tahun' }, { value: '60-', label: '60 tahun ke atas' },
] as const;

const PROBLEMS = [{ value: 'nik-birthdate-mismatch', label: 'tanggal lahir berbeda dengan NIK' }, { value: 'temporary-nik', label: 'NIK masih sementara' }] as const;

export function residentFilters(areas: FilterSpec['options']): FilterSpec[] {
  return [
    { param: 'status', label: 'Status', options: Object.entries(STATUS_WORDS).map(([value, label]) => ({ value, label })) },
    { param: 'jk', label: 'Jenis kelamin', options: [{ value: 'L', label: 'laki-laki' }, { value: 'P', label: 'perempuan' }] },
    { param: 'umur', label: 'Umur', options: AGE_BANDS },
    { param: 'masalah', label: 'Perlu dibetulkan', options: PROBLEMS },
    ...(areas.length > 0 ? [{ param: 'wilayah', label: 'Wilayah', options: areas }] : []),
  ];
}

/** The filters of the address bar as the API's query. */
export function residentQuery(values: Readonly<Record<string, string>>, search: string) {
  const [ageFrom, ageTo] = (values['umur'] ?? '').split('-');
  return { search: search.trim(), status: values['status'], sex: values['jk'], area: values['wilayah'], ageFrom, ageTo, problem: values['masalah'] };
}

/** `Perempuan, 41 tahun`, and the status when it is not simply living. */
export function personLine(row: Pick<ResidentRow, 'sex' | 'age' | 'status'>): string {
  return `${sexWord(row.sex)}, ${row.age} tahun${row.status === 'alive' ? '' : `, ${STATUS_WORDS[row.status]}`}`;
}

export function TemporaryFlag() {
  return <span className="warn-text cell-flag"><TriangleAlert size={13} aria-hidden="true" />sementara</span>;
}
