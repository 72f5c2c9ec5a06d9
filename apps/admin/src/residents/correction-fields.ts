import type { Resident } from '../api/contract.js';

export interface Choice { readonly value: string; readonly label: string }

/** How a field of a resident is put right: as text, as a day, or as one of the words the civil registry knows. */
export interface CorrectionField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'date' | 'phone' | 'choice';
  readonly choices?: readonly Choice[];
  readonly required?: boolean;
  /** What stands in the form before anything is changed. */
  readonly now: (resident: Resident) => string;
  /** What is sent for a typed value; null empties the field. */
  readonly send?: (value: string) => string | number | null;
}

const coded = (words: readonly string[]): Choice[] => words.map((label, index) => ({ value: String(index + 1), label }));
const byCode = (code: string) => (resident: Resident) => (resident.codes[code] == null ? '' : String(resident.codes[code]));
const number = (value: string) => (value === '' ? null : Number(value));

/** The family card's words; whether it is on record belongs to the word. */
const MARITAL: readonly Choice[] = [
  { value: 'BELUM KAWIN', label: 'Belum kawin' }, { value: 'KAWIN TERCATAT', label: 'Kawin tercatat' }, { value: 'KAWIN BELUM TERCATAT', label: 'Kawin belum tercatat' },
  { value: 'CERAI HIDUP TERCATAT', label: 'Cerai hidup tercatat' }, { value: 'CERAI HIDUP BELUM TERCATAT', label: 'Cerai hidup belum tercatat' }, { value: 'CERAI MATI', label: 'Cerai mati' },
];

function maritalNow({ codes, maritalRecorded }: Resident): string {
  const code = codes['maritalStatus'];
  const recorded = maritalRecorded ? ' TERCATAT' : ' BELUM TERCATAT';
  return code === 1 ? 'BELUM KAWIN' : code === 2 ? `KAWIN${recorded}` : code === 3 ? `CERAI HIDUP${recorded}` : code === 4 ? 'CERAI MATI' : '';
}

/** In the order of the family card. Family number and status change by events of their own. */
export const CORRECTION_FIELDS: readonly CorrectionField[] = [
  { name: 'name', label: 'Nama', kind: 'text', required: true, now: (resident) => resident.name },
  { name: 'sex', label: 'Jenis kelamin', kind: 'choice', required: true, choices: coded(['Laki-laki', 'Perempuan']), now: ({ sex }) => (sex === 'L' ? '1' : '2'), send: number },
  { name: 'birthPlace', label: 'Tempat lahir', kind: 'text', now: ({ birthPlace }) => birthPlace ?? '' },
  { name: 'birthDate', label: 'Tanggal lahir', kind: 'date', required: true, now: ({ birthDate }) => birthDate },
  { name: 'religion', label: 'Agama', kind: 'choice', choices: coded(['Islam', 'Kristen', 'Katholik', 'Hindu', 'Budha', 'Khonghucu', 'Kepercayaan terhadap Tuhan YME']), now: byCode('religion'), send: number },
  {
    name: 'familyPosition', label: 'Hubungan dalam keluarga', kind: 'choice', required: true, now: byCode('familyPosition'), send: number,
    choices: coded(['Kepala keluarga', 'Suami', 'Istri', 'Anak', 'Menantu', 'Cucu', 'Orang tua', 'Mertua', 'Famili lain', 'Pembantu', 'Lainnya']),
  },
  { name: 'maritalStatus', label: 'Status perkawinan', kind: 'choice', choices: MARITAL, now: maritalNow },
  {
    name: 'education', label: 'Pendidikan', kind: 'choice', now: byCode('education'), send: number,
    choices: coded(['Tidak/belum sekolah', 'Belum tamat SD/sederajat', 'Tamat SD/sederajat', 'SLTP/sederajat', 'SLTA/sederajat', 'Diploma I/II', 'Akademi/Diploma III/S. Muda', 'Diploma IV/Strata I', 'Strata II', 'Strata III']),
  },
  { name: 'occupation', label: 'Pekerjaan', kind: 'text', now: ({ occupation }) => occupation ?? '' },
  { name: 'fatherName', label: 'Nama ayah', kind: 'text', now: ({ fatherName }) => fatherName ?? '' },
  { name: 'motherName', label: 'Nama ibu', kind: 'text', now: ({ motherName }) => motherName ?? '' },
  { name: 'address', label: 'Alamat', kind: 'text', now: ({ address }) => address ?? '' },
  { name: 'currentAddress', label: 'Alamat sekarang', kind: 'text', now: ({ currentAddress }) => currentAddress ?? '' },
  { name: 'bloodType', label: 'Golongan darah', kind: 'choice', choices: coded(['A', 'B', 'AB', 'O', 'A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-', 'Tidak tahu']), now: byCode('bloodType'), send: number },
  { name: 'phone', label: 'Telepon', kind: 'phone', now: ({ phone }) => phone ?? '' },
];

/** What a changed field is called in the history of a person. */
export const FIELD_LABELS: ReadonlyMap<string, string> = new Map([...CORRECTION_FIELDS.map(({ name, label }) => [name, label] as const), ['nik', 'NIK'], ['maritalRecorded', 'Pencatatan perkawinan']]);

export type CorrectionValues = Record<string, string | undefined>;

/** Only what differs from the record is sent; an emptied field as null. The NIK is typed anew or not at all. */
export function changesOf(resident: Resident, values: CorrectionValues): Record<string, string | number | null> {
  const changes: Record<string, string | number | null> = {};
  const nik = (values['nik'] ?? '').replace(/[\s.-]/g, '');
  if (nik !== '') changes['nik'] = nik;
  for (const field of CORRECTION_FIELDS) {
    const value = (values[field.name] ?? '').trim();
    if (value !== field.now(resident)) changes[field.name] = field.send ? field.send(value) : value || null;
  }
  return changes;
}
