import { COUNT_WORDS, ROLE_WORDS } from './audit-words.js';
import { formatLong } from './date-format.js';
import { isPlainDate } from './plain-date.js';

/** What the fields of an entry are called. A letter's own fields have their labels from its type. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  name: 'Nama', role: 'Peran', area: 'Wilayah', active: 'Akun aktif', village: 'Desa', status: 'Status', month: 'Bulan', action: 'Tindakan', subject: 'Id data', words: 'Yang dicari', by: 'Dicari menurut', region: 'Awal nomor', digits: 'Banyak angka',
  position: 'Jabatan', positionName: 'Sebutan jabatan', acting: 'Pelaksana', rank: 'Pangkat', nip: 'NIP/NIPD', maySign: 'Menandatangani surat', userId: 'Akun', startedOn: 'Mulai menjabat', endedOn: 'Selesai menjabat',
  kind: 'Jenis', path: 'Letak', logo: 'Logo', value: 'Nilai', effectiveFrom: 'Berlaku mulai', address: 'Alamat', phone: 'Telepon', email: 'Surel', postalCode: 'Kode pos', website: 'Situs web', paper: 'Ukuran kertas',
  number: 'Nomor', type: 'Jenis', residentId: 'Penduduk', outsider: 'Bukan penduduk sini', officialId: 'Penanda tangan', capacity: 'Bertindak sebagai', replaces: 'Menggantikan', replacedBy: 'Diganti dengan', code: 'Kode', sha256: 'Sidik berkas', fileSha256: 'Sidik berkas', size: 'Besar berkas (bita)',
  rows: 'Baris yang diterapkan', existing: 'Yang sudah terdaftar', event: 'Peristiwa', restored: 'Orang dikembalikan',
  nik: 'NIK', familyNumber: 'Nomor KK', sex: 'Jenis kelamin', birthPlace: 'Tempat lahir', birthDate: 'Tanggal lahir', religion: 'Agama', familyPosition: 'Hubungan dalam keluarga', maritalStatus: 'Status perkawinan', maritalRecorded: 'Pencatatan perkawinan',
  education: 'Pendidikan', occupation: 'Pekerjaan', fatherName: 'Nama ayah', motherName: 'Nama ibu', currentAddress: 'Alamat sekarang', bloodType: 'Golongan darah',
  basicStatus: 'Status dasar', residentStatus: 'Status penduduk', educationInProgress: 'Pendidikan yang ditempuh', citizenship: 'Kewarganegaraan', disability: 'Disabilitas', chronicIllness: 'Sakit menahun', contraception: 'Cara KB', pregnancy: 'Kehamilan', identityCard: 'KTP elektronik', recordingStatus: 'Perekaman KTP',
  insurance: 'Jaminan kesehatan', insuranceNumber: 'Nomor jaminan', insuranceStatus: 'Kepesertaan jaminan', employmentInsurance: 'Jaminan ketenagakerjaan', fatherNik: 'NIK ayah', motherNik: 'NIK ibu', birthCertificate: 'Akta kelahiran', passportNumber: 'Nomor paspor', passportExpiresOn: 'Paspor berlaku sampai', stayPermit: 'Izin tinggal',
  marriageCertificate: 'Akta perkawinan', marriedOn: 'Tanggal kawin', divorceCertificate: 'Akta perceraian', divorcedOn: 'Tanggal cerai', ethnicity: 'Suku', clan: 'Marga', customaryGroup: 'Masyarakat adat', migrantWorker: 'Pekerja migran', cardTag: 'Tag KTP', latitude: 'Lintang', longitude: 'Bujur', householdNumber: 'Nomor rumah tangga', note: 'Catatan',
  taxYear: 'Tahun pajak', taxYearFrom: 'Tahun pajak mulai', taxYearTo: 'Tahun pajak sampai', dueOn: 'Jatuh tempo', prefix: 'Kode desa NOP', monthlyRate: 'Denda sebulan (per 100.000)', mostMonths: 'Paling banyak bulan', regulation: 'Peraturan', journal: 'Id jurnal', principal: 'Pokok (rupiah)', penalty: 'Denda (rupiah)', bills: 'Banyak tagihan', amount: 'Jumlah (rupiah)', receipts: 'Banyak kuitansi', depositedOn: 'Tanggal setor', areaId: 'Id wilayah', objectId: 'Id objek pajak', journalHash: 'Sidik jurnal',
  headless: 'Tanpa kepala keluarga', problem: 'Perlu dibetulkan', ageFrom: 'Umur dari', ageTo: 'Umur sampai',
};

/** Values that are codes, by their field. */
const VALUE_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  role: ROLE_WORDS,
  status: { requested: 'diajukan', verified: 'diperiksa', returned: 'dikembalikan', rejected: 'ditolak', approved: 'disetujui', issued: 'terbit', failed: 'gagal dicetak', voided: 'dicabut', replaced: 'diganti', alive: 'hidup', dead: 'meninggal', moved: 'pindah', missing: 'hilang' },
  sex: { 1: 'laki-laki', 2: 'perempuan', L: 'laki-laki', P: 'perempuan' },
  maritalStatus: { 1: 'belum kawin', 2: 'kawin', 3: 'cerai hidup', 4: 'cerai mati' },
  capacity: { head: 'kepala', delegate: 'atas nama kepala' },
  rows: { all: 'semua', good: 'yang benar saja' },
  existing: { skip: 'dilewati', update: 'diperbarui' },
  value: { 'as-shipped': 'bawaan', all: 'satu urutan', 'per-type': 'urutan menurut jenis' },
  by: { name: 'nama', number: 'nomor' },
};

export interface AuditLine { readonly label: string; readonly text: string }

/**
 * What an entry keeps, line by line in words: a changed field with what stood there before and after, a count, a fact.
 * @param labels of the fields of the record itself, which go before ours
 * @param words of values that are codes, likewise
 */
export function auditLines(detail: Readonly<Record<string, unknown>> | null, labels?: ReadonlyMap<string, string>, words?: (field: string, value: string) => string | undefined): AuditLine[] {
  const say = (field: string, value: unknown): string => (words && (typeof value === 'string' || typeof value === 'number') && words(field, String(value))) || plain(field, value);
  return Object.entries(detail ?? {}).map(([field, value]) => {
    const counted = typeof value === 'number' && COUNT_WORDS[field];
    if (counted) return { label: 'Jumlah', text: `${value.toLocaleString('id-ID')} ${counted}` };
    const label = labels?.get(field) ?? FIELD_WORDS[field] ?? field;
    return { label, text: Array.isArray(value) && value.length === 2 ? value.map((one) => say(field, one)).join(' → ') : say(field, value) };
  });
}

function plain(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  if (typeof value === 'object') return 'amount' in value && 'unit' in value ? `${String(value.amount)} ${value.unit === 'month' ? 'bulan' : 'hari'}` : JSON.stringify(value);
  const text = String(value as string | number);
  return VALUE_WORDS[field]?.[text] ?? (isPlainDate(text) ? formatLong(text) : text);
}
