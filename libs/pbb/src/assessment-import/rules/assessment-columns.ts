import type { HeadingRules } from '#imports';

interface ColumnSpec {
  /** As a printed or exported list heads it, and as screens name it. */
  readonly heading: string;
  readonly label: string;
  readonly aliases?: readonly string[];
}

/**
 * What a tax list may carry. Headings are those of a DHKP as spreadsheets have it (NOP, NAMA WAJIB PAJAK, …) and of
 * OpenSID-PBB's 20 columns, whose `no_sppt` is the NOP. Whatever else a tax office writes is mapped by hand and saved.
 */
const COLUMNS = {
  nop: { heading: 'NOP', label: 'NOP', aliases: ['no_sppt', 'nomor objek pajak', 'no nop', 'nop sppt'] },
  payerName: { heading: 'Nama Wajib Pajak', label: 'Nama wajib pajak', aliases: ['nama_subjek', 'nama wp', 'nama', 'wajib pajak', 'nm_wp_sppt'] },
  amount: { heading: 'Pajak Terhutang', label: 'Pajak terutang', aliases: ['nilai_pagu_pajak', 'pajak terutang', 'pbb', 'pagu pajak', 'ketetapan', 'jumlah pajak', 'pbb_yg_harus_dibayar_sppt', 'pbb yang harus dibayar'] },
  changedAmount: { heading: 'Perubahan Pajak', label: 'Perubahan pajak' },
  taxYear: { heading: 'Tahun Pajak', label: 'Tahun pajak', aliases: ['periode', 'tahun', 'thn_pajak_sppt'] },
  dueOn: { heading: 'Jatuh Tempo', label: 'Jatuh tempo', aliases: ['tgl jatuh tempo', 'tanggal jatuh tempo', 'tgl_jatuh_tempo_sppt'] },
  paid: { heading: 'Status Lunas', label: 'Status lunas', aliases: ['status', 'status lunas (lunas/belum)', 'status bayar', 'status pembayaran'] },
  paidOn: { heading: 'Tgl Bayar', label: 'Tanggal bayar', aliases: ['tanggal bayar', 'tgl.bayar', 'tanggal pembayaran'] },
  payerAddress: { heading: 'Alamat Wajib Pajak', label: 'Alamat wajib pajak', aliases: ['alamat_subjek', 'alamat wp'] },
  managedBy: { heading: 'Dikelola Oleh', label: 'Dikelola oleh', aliases: ['pengelola', 'penggarap'] },
  address: { heading: 'Alamat Objek Pajak', label: 'Alamat objek', aliases: ['alamat_objek', 'alamat op', 'alamat objek pajak / wajib pajak', 'alamat op/wp', 'letak op'] },
  place: { heading: 'Letak Objek', label: 'Letak objek', aliases: ['letak_objek', 'letak', 'dusun', 'blok', 'nama blok'] },
  rt: { heading: 'RT', label: 'RT', aliases: ['nama_rt', 'rt op'] },
  rw: { heading: 'RW', label: 'RW', aliases: ['rw op'] },
  landArea: { heading: 'Luas Tanah', label: 'Luas tanah', aliases: ['luas_objek_pajak_bumi', 'luas bumi', 'luas (m2) tanah', 'luas (m²) tanah', 'luas_bumi_sppt'] },
  buildingArea: { heading: 'Luas Bangunan', label: 'Luas bangunan', aliases: ['luas_objek_pajak_bangunan', 'luas bgn', 'luas (m2) bgn', 'luas (m²) bgn', 'bgn', 'luas_bng_sppt'] },
  landClass: { heading: 'Kelas Bumi', label: 'Kelas bumi', aliases: ['klas_bumi', 'kelas tanah'] },
  buildingClass: { heading: 'Kelas Bangunan', label: 'Kelas bangunan', aliases: ['klas_bangunan', 'kelas bgn'] },
} as const satisfies Record<string, ColumnSpec>;

export type AssessmentColumn = keyof typeof COLUMNS;

export const ASSESSMENT_COLUMNS = Object.keys(COLUMNS) as AssessmentColumn[];

/** A list without one of these says nothing about what anybody owes. */
const REQUIRED: readonly AssessmentColumn[] = ['nop', 'payerName', 'amount'];

export const ASSESSMENT_HEADINGS: HeadingRules = {
  columns: ASSESSMENT_COLUMNS.map((key) => ({ key, ...(COLUMNS[key] as ColumnSpec) })),
  required: REQUIRED,
  layouts: [
    { name: 'DHKP', keys: ['nop', 'payerName', 'address', 'amount', 'changedAmount', 'landArea', 'buildingArea', 'managedBy'] },
    { name: 'OpenSID-PBB 20 kolom', keys: ['nop', 'place', 'rt', 'address', 'payerName', 'payerAddress', 'landArea', 'buildingArea', 'landClass', 'buildingClass', 'amount', 'taxYear'] },
  ],
  // Known and of no use to a bill: numbering, and what OpenSID-PBB says of value and taxpayer.
  ignored: [
    'no', 'no.', 'no urut', 'nomor', 'no. induk', 'nomor induk', 'kode_blok', 'kategori', 'npwp', 'njop_bumi', 'njop_bangunan', 'total_njop_bumi', 'total_njop_bangunan', 'nama_rayon', 'rayon',
    'Baris', 'Tingkat', 'Kolom', 'Masalah', 'Saran',
  ],
};

/** `Pajak terutang` for `amount`. */
export const columnLabel = (column: string): string => (column in COLUMNS ? COLUMNS[column as AssessmentColumn].label : column);

/** The order of the cells `TableReader` hands on. */
export const PLACE_OF = Object.fromEntries(ASSESSMENT_COLUMNS.map((key, place) => [key, place])) as Record<AssessmentColumn, number>;
