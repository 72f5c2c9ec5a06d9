import type { HeadingRules } from '#imports';
import type { ResidentField } from './resident-record.js';

/** Columns that are read; `maritalRecorded` is told by the marital status and its certificates. */
export type ResidentColumn = Exclude<ResidentField, 'maritalRecorded'>;

interface ColumnSpec {
  /** As OpenSID exports it. */
  readonly heading: string;
  /** As screens and error lists call it. */
  readonly label: string;
  readonly aliases?: readonly string[];
}

/**
 * The columns of an OpenSID resident list in the order of its export (43 of v2410, `ket` since 2025, `no_rtm` since 2026),
 * then those some villages add. Aliases are headings of hand-made lists and registry exports.
 */
const COLUMNS = {
  address: { heading: 'alamat', label: 'Alamat', aliases: ['alamat kk'] },
  hamlet: { heading: 'dusun', label: 'Dusun', aliases: ['nama dusun'] },
  rw: { heading: 'rw', label: 'RW' },
  rt: { heading: 'rt', label: 'RT' },
  name: { heading: 'nama', label: 'Nama', aliases: ['nama lengkap', 'nama penduduk'] },
  familyNumber: { heading: 'no_kk', label: 'No. KK', aliases: ['nomor kk', 'nomor kartu keluarga', 'no kartu keluarga', 'kk'] },
  householdNumber: { heading: 'no_rtm', label: 'No. rumah tangga', aliases: ['nomor rtm'] },
  nik: { heading: 'nik', label: 'NIK', aliases: ['no nik', 'nomor nik', 'nomor induk kependudukan'] },
  sex: { heading: 'sex', label: 'Jenis kelamin', aliases: ['jenis kelamin', 'kelamin', 'jk', 'l/p'] },
  birthPlace: { heading: 'tempatlahir', label: 'Tempat lahir', aliases: ['tmp lahir', 'tpt lahir'] },
  birthDate: { heading: 'tanggallahir', label: 'Tanggal lahir', aliases: ['tgl lahir'] },
  religion: { heading: 'agama_id', label: 'Agama', aliases: ['agama'] },
  education: { heading: 'pendidikan_kk_id', label: 'Pendidikan dalam KK', aliases: ['pendidikan kk', 'pendidikan dalam kk', 'pendidikan', 'pendidikan terakhir'] },
  educationInProgress: { heading: 'pendidikan_sedang_id', label: 'Pendidikan sedang ditempuh', aliases: ['pendidikan sedang', 'pendidikan sedang ditempuh'] },
  occupation: { heading: 'pekerjaan_id', label: 'Pekerjaan', aliases: ['pekerjaan'] },
  maritalStatus: { heading: 'status_kawin', label: 'Status perkawinan', aliases: ['status kawin id', 'status perkawinan', 'stat kwn'] },
  familyPosition: { heading: 'kk_level', label: 'Hubungan dalam keluarga', aliases: ['shdk', 'hubungan dalam keluarga', 'hubungan keluarga', 'status hubungan dalam keluarga', 'stat hub keluarga', 'hubungan'] },
  citizenship: { heading: 'warganegara_id', label: 'Kewarganegaraan', aliases: ['warganegara', 'kewarganegaraan'] },
  fatherNik: { heading: 'ayah_nik', label: 'NIK ayah', aliases: ['nik ayah'] },
  fatherName: { heading: 'nama_ayah', label: 'Nama ayah', aliases: ['ayah'] },
  motherNik: { heading: 'ibu_nik', label: 'NIK ibu', aliases: ['nik ibu'] },
  motherName: { heading: 'nama_ibu', label: 'Nama ibu', aliases: ['ibu'] },
  bloodType: { heading: 'golongan_darah_id', label: 'Golongan darah', aliases: ['golongan darah', 'gol darah', 'gol drh'] },
  birthCertificate: { heading: 'akta_lahir', label: 'No. akta lahir', aliases: ['akta kelahiran', 'no akta lahir', 'nomor akta lahir'] },
  passportNumber: { heading: 'dokumen_pasport', label: 'No. paspor', aliases: ['dokumen paspor', 'no paspor', 'nomor paspor'] },
  passportExpiresOn: { heading: 'tanggal_akhir_paspor', label: 'Paspor berlaku sampai', aliases: ['tanggal akhir pasport'] },
  stayPermit: { heading: 'dokumen_kitas', label: 'No. KITAS/KITAP', aliases: ['no kitas', 'kitas'] },
  marriageCertificate: { heading: 'akta_perkawinan', label: 'No. akta perkawinan', aliases: ['nomor akta kawin', 'akta nikah', 'no akta perkawinan', 'buku nikah'] },
  marriedOn: { heading: 'tanggalperkawinan', label: 'Tanggal perkawinan', aliases: ['tanggal kwn', 'tgl kawin'] },
  divorceCertificate: { heading: 'akta_perceraian', label: 'No. akta perceraian', aliases: ['nomor akta cerai', 'akta cerai'] },
  divorcedOn: { heading: 'tanggalperceraian', label: 'Tanggal perceraian', aliases: ['tgl cerai'] },
  disability: { heading: 'cacat_id', label: 'Disabilitas', aliases: ['cacat', 'disabilitas'] },
  contraception: { heading: 'cara_kb_id', label: 'Cara KB', aliases: ['cara kb', 'akseptor kb'] },
  pregnancy: { heading: 'hamil', label: 'Hamil', aliases: ['status kehamilan'] },
  identityCard: { heading: 'ktp_el', label: 'KTP-el', aliases: ['ktp el'] },
  recordingStatus: { heading: 'status_rekam', label: 'Status perekaman', aliases: ['stat rkm'] },
  currentAddress: { heading: 'alamat_sekarang', label: 'Alamat sekarang' },
  basicStatus: { heading: 'status_dasar', label: 'Status dasar', aliases: ['status dasar penduduk'] },
  ethnicity: { heading: 'suku', label: 'Suku', aliases: ['suku/etnis', 'etnis'] },
  cardTag: { heading: 'tag_id_card', label: 'Tag kartu', aliases: ['tag id'] },
  insurance: { heading: 'id_asuransi', label: 'Asuransi kesehatan', aliases: ['asuransi', 'asuransi kesehatan'] },
  insuranceNumber: { heading: 'no_asuransi', label: 'No. asuransi', aliases: ['nomor asuransi', 'no bpjs'] },
  latitude: { heading: 'lat', label: 'Lintang', aliases: ['latitude'] },
  longitude: { heading: 'lng', label: 'Bujur', aliases: ['longitude', 'lon', 'long'] },
  note: { heading: 'ket', label: 'Keterangan', aliases: ['keterangan', 'catatan'] },
  chronicIllness: { heading: 'sakit_menahun_id', label: 'Sakit menahun', aliases: ['sakit menahun'] },
  phone: { heading: 'telepon', label: 'Telepon', aliases: ['no telepon', 'no hp', 'hp', 'nomor hp', 'telp'] },
  email: { heading: 'email', label: 'Email', aliases: ['alamat email'] },
  clan: { heading: 'marga', label: 'Marga' },
  customaryGroup: { heading: 'adat', label: 'Adat' },
  migrantWorker: { heading: 'pekerja_migran', label: 'Pekerja migran' },
  insuranceStatus: { heading: 'status_asuransi', label: 'Status asuransi' },
  employmentInsurance: { heading: 'bpjs_ketenagakerjaan', label: 'BPJS Ketenagakerjaan', aliases: ['no bpjs ketenagakerjaan'] },
} as const satisfies Record<ResidentColumn, ColumnSpec>;

export const RESIDENT_COLUMNS = Object.keys(COLUMNS) as ResidentColumn[];

/** Columns of the 43-column export; the fields of OpenSID's first 45 are those up to `note`. */
const LAYOUT_45 = RESIDENT_COLUMNS.slice(0, RESIDENT_COLUMNS.indexOf('note') + 1);
const LAYOUT_44 = LAYOUT_45.filter((key) => key !== 'householdNumber');
const LAYOUT_43 = LAYOUT_44.filter((key) => key !== 'note');

/** The columns a row cannot do without (rules, Required); NIK because its absence is more likely a mistake than a village without NIKs. */
const REQUIRED: readonly ResidentColumn[] = ['name', 'sex', 'birthDate', 'familyNumber', 'familyPosition', 'nik'];

export const RESIDENT_HEADINGS: HeadingRules = {
  columns: RESIDENT_COLUMNS.map((key) => ({ key, ...(COLUMNS[key] as ColumnSpec) })),
  required: REQUIRED,
  layouts: [
    { name: 'OpenSID 43 kolom', keys: LAYOUT_43 },
    { name: 'OpenSID 44 kolom', keys: LAYOUT_44 },
    { name: 'OpenSID 45 kolom', keys: LAYOUT_45 },
  ],
  ignored: ['no', 'no urut', 'nomor', 'Baris', 'Tingkat', 'Kolom', 'Masalah', 'Saran'],
};

/** `No. KK` for `familyNumber`. */
export function fieldLabel(field: ResidentField): string {
  return field === 'maritalRecorded' ? COLUMNS.maritalStatus.label : COLUMNS[field].label;
}

/** The order of the cells `TableReader` hands on. */
export const PLACE_OF = Object.fromEntries(RESIDENT_COLUMNS.map((key, place) => [key, place])) as Record<ResidentColumn, number>;
